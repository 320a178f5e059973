using Derma.GpuCheck;

try
{
    return new Check(DeviceChoice.Parse(args is [var text, ..] ? text : "cuda")).Run() ? 0 : 1;
}
catch (UserError error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
