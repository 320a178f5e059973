// Times training steps of attempt 9's CNN in plain C++: step SIZE BATCH STEPS THREADS LAYOUT -> one JSON line.
#include <sys/resource.h>
#include <torch/torch.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace nn = torch::nn;

static nn::Sequential attempt_9(int64_t classes)
{
    nn::Sequential model;
    int64_t channels = 3;
    for (int64_t filters : {16, 32, 64, 128, 256, 512}) {
        model->push_back(nn::Conv2d(nn::Conv2dOptions(channels, filters, 3).padding(1)));
        model->push_back(nn::BatchNorm2d(nn::BatchNorm2dOptions(filters).eps(1e-3).momentum(0.01)));
        model->push_back(nn::ReLU());
        model->push_back(nn::MaxPool2d(2));
        channels = filters;
    }
    model->push_back(nn::AdaptiveAvgPool2d(1));
    model->push_back(nn::Flatten());
    for (int64_t width : {512, 256}) {
        model->push_back(nn::Linear(channels, width));
        model->push_back(nn::ReLU());
        model->push_back(nn::Dropout(0.25));
        channels = width;
    }
    model->push_back(nn::Linear(channels, classes));
    torch::NoGradGuard no_grad;
    for (auto& parameter : model->named_parameters()) {
        if (parameter->dim() > 1) nn::init::xavier_uniform_(*parameter);
        else if (parameter.key().find("bias") != std::string::npos) nn::init::zeros_(*parameter);
    }
    return model;
}

int main(int argc, char** argv)
{
    if (argc != 6) return 2;
    const int64_t size = std::stol(argv[1]), batch = std::stol(argv[2]), steps = std::stol(argv[3]);
    torch::set_num_threads(std::stoi(argv[4]));
    torch::manual_seed(1);
    auto model = attempt_9(22);
    torch::optim::Adam optimizer(model->parameters(), torch::optim::AdamOptions(1e-3).eps(1e-7));
    auto images = torch::rand({batch, size, size, 3}).permute({0, 3, 1, 2});
    if (std::string(argv[5]) == "nchw") images = images.contiguous();
    const auto labels = torch::arange(batch).remainder(22);

    torch::Tensor loss;
    const auto step = [&] {
        model->zero_grad(/*set_to_none=*/true);
        loss = nn::functional::cross_entropy(model->forward(images), labels);
        loss.backward();
        optimizer.step();
    };
    for (int i = 0; i < 5; i++) step();
    std::printf("{\"milliseconds\": [");
    for (int64_t i = 0; i < steps; i++) {
        const auto start = std::chrono::steady_clock::now();
        step();
        const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
        std::printf("%s%.3f", i ? ", " : "", elapsed.count());
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("], \"loss\": %.6f, \"peak_mib\": %.1f}\n", loss.item<float>(), usage.ru_maxrss / 1024.0);
}
