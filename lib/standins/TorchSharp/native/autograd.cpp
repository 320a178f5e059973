// Gradients, grad modes and threads.
#include "shim.h"
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

EXPORT const char* ts_backward(
    Handle* outputs, Handle* grads, int32_t count, Handle* inputs, int32_t input_count, uint8_t retain, uint8_t create) {
    return guarded([&] {
        auto given = grads ? borrow_all(grads, count) : std::vector<at::Tensor>();
        torch::autograd::backward(borrow_all(outputs, count), given, retain != 0, create != 0, borrow_all(inputs, input_count));
    });
}

EXPORT const char* ts_get_grad(Handle handle, Handle* grad) {
    return guarded([&] { *grad = give(borrow(handle).grad()); });
}

EXPORT const char* ts_set_grad(Handle handle, Handle grad) {
    return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
}

EXPORT const char* ts_set_requires_grad(Handle handle, uint8_t on) {
    return guarded([&] { borrow(handle).set_requires_grad(on != 0); });
}

EXPORT uint8_t ts_grad_enabled() { return c10::GradMode::is_enabled(); }
EXPORT void ts_set_grad_enabled(uint8_t on) { c10::GradMode::set_enabled(on != 0); }

EXPORT const char* ts_set_threads(int32_t count) { return guarded([&] { at::set_num_threads(count); }); }
