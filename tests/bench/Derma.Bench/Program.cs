using Derma.Bench;

return args switch
{
    ["step", var network, var size, var batch, var steps, var threads, var layout, var memory] =>
        StepBench.Run(network, int.Parse(size), int.Parse(batch), int.Parse(steps), int.Parse(threads), layout, keepLargeBlocks: memory == "keep"),
    ["eval", var engine, var network, var size, var batch, var runs, var threads] =>
        EvalBench.Run(engine, network, int.Parse(size), int.Parse(batch), int.Parse(runs), int.Parse(threads)),
    ["peak", var threads] => PeakBench.Run(int.Parse(threads)),
    ["epoch", var folder, var size, var epochs, var threads] => EpochBench.Run(folder, int.Parse(size), int.Parse(epochs), int.Parse(threads)),
    ["decode", var size, var photos] => DecodeBench.Run(int.Parse(size), int.Parse(photos)),
    ["draw", var folder, var size, var photos] => EpochBench.Draw(folder, int.Parse(size), int.Parse(photos)),
    ["hostile", var program, var model] => await HostileBench.RunAsync(program, model),
    ["mutations", var program, var model, var count] => await MutationBench.RunAsync(program, model, int.Parse(count)),
    ["service", var program, var folder, var threads, var requests, var loadSeconds] =>
        await new ServiceBench(program, folder, int.Parse(threads), int.Parse(requests), int.Parse(loadSeconds)).RunAsync(),
    ["policies", var program, var run, var root, var size, var threads, var requests] =>
        await new PolicyBench(program, run, root, int.Parse(size), int.Parse(threads), int.Parse(requests)).RunAsync(),
    ["notebook", var program, var folder] => new NotebookBench(program, folder).Run(),
    _ => 2,
};
