// What a tensor is, and its memory.
#include "shim.h"
#include <ATen/ops/from_blob.h>

// Mirrors TensorFacts in NativeMethods.cs.
struct Facts {
    int64_t dimensions, elements;
    const int64_t* sizes;
    const int64_t* strides;
    void* data;
    int32_t type, element_size, device_type, device_index;
    uint8_t contiguous, requires_grad;
};

EXPORT void ts_release(Handle handle) { c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle); }

EXPORT const char* ts_facts(Handle handle, Facts* facts) {
    return guarded([&] {
        auto tensor = borrow(handle);
        facts->dimensions = tensor.dim();
        facts->elements = tensor.numel();
        facts->sizes = tensor.sizes().data();
        facts->strides = tensor.strides().data();
        facts->data = tensor.has_storage() ? tensor.data_ptr() : nullptr;
        facts->type = static_cast<int32_t>(tensor.scalar_type());
        facts->element_size = static_cast<int32_t>(tensor.element_size());
        facts->device_type = static_cast<int32_t>(tensor.device().type());
        facts->device_index = tensor.device().index();
        facts->contiguous = tensor.is_contiguous();
        facts->requires_grad = tensor.requires_grad();
    });
}

// The tensor lives on `data`; `release(context)` is called when nothing uses it any more.
EXPORT const char* ts_from_memory(
    void* data, const int64_t* sizes, int32_t rank, int32_t type, void (*release)(void*), void* context, Handle* tensor) {
    return guarded([&] {
        auto options = at::TensorOptions(static_cast<at::ScalarType>(type));
        *tensor = give(at::from_blob(data, at::IntArrayRef(sizes, rank), [release, context](void*) { release(context); }, options));
    });
}
