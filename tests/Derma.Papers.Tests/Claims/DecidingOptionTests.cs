using System.Reflection;

namespace Derma.Papers.Tests;

public class DecidingOptionTests
{
    static readonly Type[] OnePerProject = [typeof(UserError), typeof(PhotoDecoder), typeof(Predictor), typeof(PredictionService), typeof(Trainer), typeof(Contradiction)];

    static readonly ILookup<string, Type> Types = OnePerProject.SelectMany(type => type.Assembly.GetExportedTypes()).ToLookup(type => type.Name);

    static bool Exists(DecidingOption option)
    {
        var (type, member) = (option.Name.Split('.')[0], option.Name.Split('.')[1]);
        return Types[type].SelectMany(found => found.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).Any();
    }

    [Fact]
    public void Every_deciding_option_is_a_member_of_the_library() =>
        Assert.All(Contradictions.Both.All.SelectMany(item => item.Options), option => Assert.True(Exists(option), option.Name));
}
