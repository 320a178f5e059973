using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Derma.Notebooks.Worker;

/// <summary>Tells a script that ends in a value from one that does not: a null alone says nothing.</summary>
internal static class TrailingExpression
{
    public static bool IsIn(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax { Statement: var last } && last switch
        {
            ReturnStatementSyntax => true,
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value => !IsVoid(compilation.GetSemanticModel(tree), value.Expression),
            _ => false,
        };
    }

    static bool IsVoid(SemanticModel model, ExpressionSyntax expression) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Void;
}
