using TorchSharp;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_nothing_else()
    {
        var before = ones(1);
        Tensor inside;
        using (NewDisposeScope()) inside = before + before;
        Assert.True(inside.IsInvalid);
        Assert.False(before.IsInvalid);
    }

    [Fact]
    public void A_tensor_is_moved_to_the_outer_scope_or_out_of_all()
    {
        Tensor moved, freed;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope()) (moved, freed) = (ones(1).MoveToOuterDisposeScope(), ones(1).DetachFromDisposeScope());
            Assert.False(moved.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }
        Assert.True(moved.IsInvalid);
        Assert.False(freed.IsInvalid);
    }

    [Fact]
    public void Everything_but_one_is_disposed_early()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones(1), ones(1));
        scope.DisposeEverythingBut(kept);
        Assert.True(gone.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        ones(1).Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        Tensor? other = null;
        var thread = new Thread(() => other = ones(1));
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(other!.IsInvalid);
    }

    [Fact]
    public void Training_steps_leave_no_tensors_behind()
    {
        using var outer = NewDisposeScope();
        var layer = nn.Linear(4, 2);
        using var adam = optim.Adam(layer.parameters());
        var counts = Enumerable.Range(0, 5).Select(_ =>
        {
            using (NewDisposeScope())
            {
                adam.zero_grad();
                layer.call(ones([3, 4])).sum().backward();
                adam.step();
            }
            return outer.DisposablesCount;
        });
        Assert.Equal([0, 0, 0, 0, 0], counts);
        Assert.All(layer.parameters(), p => Assert.False(p.IsInvalid));
    }
}
