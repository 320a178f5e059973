using System.Reflection;
using Derma.Claims;

namespace Derma.Tests.Claims;

public class DecidingOptionTests
{
    [Fact]
    public void Every_deciding_option_is_a_member_of_the_library()
    {
        var types = typeof(Contradiction).Assembly.GetExportedTypes().ToLookup(type => type.Name);
        Assert.All(Contradictions.CnnReport.All.SelectMany(item => item.Options), option =>
        {
            var (type, member) = (option.Name.Split('.')[0], option.Name.Split('.')[1]);
            Assert.NotEmpty(types[type].SelectMany(found => found.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)));
        });
    }
}
