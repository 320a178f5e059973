// Sources of random numbers.
#include "shim.h"
#include <ATen/CPUGeneratorImpl.h>

using GeneratorHandle = c10::GeneratorImpl*;

namespace {

template <class Action>
const char* locked(GeneratorHandle handle, Action action) {
    return guarded([&] {
        at::Generator generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(handle));
        std::lock_guard<std::mutex> lock(generator.mutex());
        action(generator);
    });
}

}  // namespace

EXPORT GeneratorHandle ts_generator_default() {
    return at::Generator(at::detail::getDefaultCPUGenerator()).unsafeReleaseGeneratorImpl();
}

EXPORT GeneratorHandle ts_generator_new(uint64_t seed) { return at::detail::createCPUGenerator(seed).unsafeReleaseGeneratorImpl(); }

EXPORT void ts_generator_release(GeneratorHandle handle) { c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(handle); }

EXPORT const char* ts_generator_set_seed(GeneratorHandle handle, uint64_t seed) {
    return locked(handle, [&](at::Generator& generator) { generator.set_current_seed(seed); });
}

EXPORT const char* ts_generator_state(GeneratorHandle handle, Handle* state) {
    return locked(handle, [&](at::Generator& generator) { *state = give(generator.get_state()); });
}

EXPORT const char* ts_generator_set_state(GeneratorHandle handle, Handle state) {
    return locked(handle, [&](at::Generator& generator) { generator.set_state(borrow(state)); });
}
