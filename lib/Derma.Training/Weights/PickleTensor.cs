namespace Derma.Training;

/// <summary>A tensor as the pickle describes it; nothing of it is checked yet.</summary>
/// <param name="Storage">Its memory.</param>
/// <param name="Offset">Place of the first element.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Strides">Elements from one to the next along each dimension.</param>
sealed record PickleTensor(PickleStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>Whether every element lies inside the storage.</summary>
    public bool Fits()
    {
        if (Offset < 0 || Shape.Length != Strides.Length || Shape.Any(d => d < 0) || Strides.Any(s => s < 0)) return false;
        if (Shape.Contains(0)) return Offset <= Storage.Count;
        try
        {
            return Shape.Zip(Strides).Aggregate(Offset, (last, d) => checked(last + (d.First - 1) * d.Second)) < Storage.Count;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
