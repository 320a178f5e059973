// The flat C face of libtorch that TorchSharp.dll calls. Every function returns null, or an error text to be given to ts_free.
#pragma once
#include <ATen/core/Tensor.h>
#include <cstdint>
#include <cstring>
#include <string>

#define EXPORT extern "C" __attribute__((visibility("default")))

using Handle = c10::TensorImpl*;

// Mirrors NativeValue in NativeValue.cs.
enum class Tag : int32_t { None, Tensor, Tensors, Int, Double, Bool, Ints, Doubles, String, Device, Generator };

struct Value {
    Tag tag;
    int32_t count;
    union { int64_t integer; double real; void* pointer; };
};

template <class Action>
const char* guarded(Action action) noexcept {
    try {
        action();
        return nullptr;
    } catch (const c10::Error& error) {
        return strdup(error.what_without_backtrace());
    } catch (const std::exception& error) {
        return strdup(error.what());
    } catch (...) {
        return strdup("libtorch stopped with an unknown error");
    }
}

inline at::Tensor borrow(Handle handle) {
    return handle ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(handle)) : at::Tensor();
}

inline Handle give(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

inline std::vector<at::Tensor> borrow_all(Handle* handles, int64_t count) {
    std::vector<at::Tensor> tensors(count);
    for (int64_t i = 0; i < count; i++) tensors[i] = borrow(handles[i]);
    return tensors;
}
