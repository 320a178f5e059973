// Finds operators by name in libtorch's dispatcher and calls them boxed: one path for every operator, autograd included.
#include "shim.h"
#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>

namespace {

c10::IValue to_tensor_list(const Value& value, const c10::Type& element) {
    auto handles = static_cast<Handle*>(value.pointer);
    if (element.kind() == c10::TypeKind::OptionalType) {
        c10::List<c10::optional<at::Tensor>> list;
        list.reserve(value.count);
        for (int i = 0; i < value.count; i++)
            list.push_back(handles[i] ? c10::optional<at::Tensor>(borrow(handles[i])) : c10::nullopt);
        return list;
    }
    return c10::List<at::Tensor>(at::ArrayRef<at::Tensor>(borrow_all(handles, value.count)));
}

c10::IValue to_number_list(const Value& value, const c10::Type& element) {
    auto integers = static_cast<const int64_t*>(value.pointer);
    auto reals = static_cast<const double*>(value.pointer);
    bool whole = value.tag == Tag::Ints;
    switch (element.kind()) {
        case c10::TypeKind::NumberType: {
            c10::impl::GenericList list(c10::NumberType::get());
            for (int i = 0; i < value.count; i++) list.push_back(whole ? c10::IValue(integers[i]) : c10::IValue(reals[i]));
            return list;
        }
        case c10::TypeKind::FloatType: {
            c10::List<double> list;
            for (int i = 0; i < value.count; i++) list.push_back(whole ? static_cast<double>(integers[i]) : reals[i]);
            return list;
        }
        case c10::TypeKind::BoolType: {
            c10::List<bool> list;
            for (int i = 0; i < value.count; i++) list.push_back(integers[i] != 0);
            return list;
        }
        default:
            TORCH_CHECK(whole, "an operator expected whole numbers and was given fractions");
            return c10::List<int64_t>(at::ArrayRef<int64_t>(integers, value.count));
    }
}

c10::IValue to_ivalue(const Value& value, const c10::Argument& argument) {
    const c10::Type* type = argument.type().get();
    if (auto optional = type->castRaw<c10::OptionalType>(); optional && value.tag != Tag::None) type = optional->getElementType().get();
    auto list = type->castRaw<c10::ListType>();
    switch (value.tag) {
        case Tag::None: return type->kind() == c10::TypeKind::TensorType ? c10::IValue(at::Tensor()) : c10::IValue();
        case Tag::Tensor: return borrow(static_cast<Handle>(value.pointer));
        case Tag::Tensors: return to_tensor_list(value, list ? *list->getElementType() : *type);
        case Tag::Int:
            if (list) return c10::List<int64_t>(std::vector<int64_t>(argument.N().value_or(1), value.integer));
            return type->kind() == c10::TypeKind::FloatType ? c10::IValue(static_cast<double>(value.integer)) : c10::IValue(value.integer);
        case Tag::Double: return value.real;
        case Tag::Bool: return value.integer != 0;
        case Tag::Ints:
        case Tag::Doubles: return to_number_list(value, list ? *list->getElementType() : *type);
        case Tag::String: return std::string(static_cast<const char*>(value.pointer), value.count);
        case Tag::Device: return c10::Device(static_cast<c10::DeviceType>(value.integer), static_cast<c10::DeviceIndex>(value.count));
        case Tag::Generator:
            return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(value.pointer)));
    }
    TORCH_CHECK(false, "unknown kind of argument");
}

Value tensors_value(const std::vector<at::Tensor>& tensors) {
    auto handles = static_cast<Handle*>(malloc(sizeof(Handle) * std::max<size_t>(tensors.size(), 1)));
    for (size_t i = 0; i < tensors.size(); i++) handles[i] = give(tensors[i]);
    Value value{Tag::Tensors, static_cast<int32_t>(tensors.size())};
    value.pointer = handles;
    return value;
}

Value from_ivalue(c10::IValue&& result) {
    Value value{Tag::None, 0, {0}};
    if (result.isTensor()) {
        value.tag = Tag::Tensor;
        value.pointer = give(std::move(result).toTensor());
    } else if (result.isTensorList()) {
        return tensors_value(result.toTensorVector());
    } else if (result.isBool()) {
        value.tag = Tag::Bool;
        value.integer = result.toBool();
    } else if (result.isInt()) {
        value.tag = Tag::Int;
        value.integer = result.toInt();
    } else if (result.isDouble()) {
        value.tag = Tag::Double;
        value.real = result.toDouble();
    } else {
        TORCH_CHECK(result.isNone(), "an operator returned a ", result.tagKind(), ", which this library does not read");
    }
    return value;
}

}  // namespace

EXPORT const char* ts_find(const char* name, const char* overload, void** found) {
    return guarded([&] { *found = new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload)); });
}

// Arguments left out at the end take the defaults of the operator's schema. `capacity` results at most.
EXPORT const char* ts_call(void* found, const Value* arguments, int32_t count, Value* results, int32_t capacity, int32_t* produced) {
    return guarded([&] {
        auto& op = *static_cast<c10::OperatorHandle*>(found);
        auto& formals = op.schema().arguments();
        TORCH_CHECK(count <= static_cast<int32_t>(formals.size()), op.operator_name(), " takes fewer arguments than it was given");
        torch::jit::Stack stack;
        stack.reserve(formals.size());
        for (size_t i = 0; i < formals.size(); i++) {
            bool given = static_cast<int32_t>(i) < count;
            TORCH_CHECK(given || formals[i].default_value(), op.operator_name(), " needs the argument ", formals[i].name());
            stack.push_back(given ? to_ivalue(arguments[i], formals[i]) : *formals[i].default_value());
        }
        op.callBoxed(stack);
        TORCH_CHECK(static_cast<int32_t>(stack.size()) <= capacity, op.operator_name(), " returned too many results");
        *produced = stack.size();
        for (size_t i = 0; i < stack.size(); i++) results[i] = from_ivalue(std::move(stack[i]));
    });
}

EXPORT void ts_free(void* memory) { free(memory); }
