using System.Numerics;
using System.Runtime.InteropServices;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Derma.Training;

/// <summary>Zᵀ Z and Zᵀ Y, added up over blocks of rows, so that memory does not grow with the photos.</summary>
internal sealed class NormalEquations(int features, int classes)
{
    readonly Matrix gram = Matrix.Build.Dense(features, features);
    readonly Matrix moments = Matrix.Build.Dense(features, classes);

    /// <summary>Adds a block: one column a feature and one a class, a value for each row.</summary>
    public void Add(double[][] inputs, double[][] targets) => Parallel.For(0, features, j =>
    {
        for (var k = j; k < features; k++) gram[k, j] += Dot(inputs[j], inputs[k]);
        for (var c = 0; c < classes; c++) moments[j, c] += Dot(inputs[j], targets[c]);
    });

    /// <summary>(Zᵀ Z + λ I)⁻¹ Zᵀ Y, features x classes.</summary>
    public Matrix Solve(double penalty)
    {
        var system = Matrix.Build.Dense(features, features, (j, k) => gram[Math.Max(j, k), Math.Min(j, k)] + (j == k ? penalty : 0));
        return system.Cholesky().Solve(moments);
    }

    static double Dot(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(first);
        var right = MemoryMarshal.Cast<double, Vector<double>>(second);
        var sums = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++) sums += left[i] * right[i];
        var sum = Vector.Sum(sums);
        for (var i = left.Length * Vector<double>.Count; i < first.Length; i++) sum += first[i] * second[i];
        return sum;
    }
}
