using System.Text;
using Microsoft.AspNetCore.Http;

namespace Derma.Service;

/// <summary><c>GET /model</c>: the card that the model's file carries, or what little an older file says of itself.</summary>
sealed class ModelEndpoint(ModelInfo model)
{
    const string Json = "application/json", Html = "text/html";

    readonly Card card = model.Card is { } written ? written with { Title = model.Title } : Bare(model);

    public IResult Get(string? format, HttpContext context)
    {
        var wanted = format switch
        {
            "json" => Json,
            "html" => Html,
            null => context.Request.Prefers(Json) ? Json : Html,
            _ => throw new ServiceProblem(400, "bad-parameter", "The parameter 'format' must be html or json."),
        };
        if (wanted == Json) return Results.Bytes(Encoding.UTF8.GetBytes(CardText.Json(card)), Json);
        context.Response.Headers.ContentSecurityPolicy = SafeHeaders.Report;
        return Results.Bytes(Encoding.UTF8.GetBytes(CardText.Page(card, "model card")), Html + "; charset=utf-8");
    }

    static Card Bare(ModelInfo model) => new(
        model.Id, model.Title, Report.Disclaimer, "Not stated in the model's file.",
        [
            new("What is known",
                [$"Trained on: {model.TrainedOn}. Photos of {model.ImageSize} × {model.ImageSize} pixels. Run: {model.Run}.",
                "The file is of a version that wrote no card; './workbook export' writes it anew."]),
            new("Classes", []) { Header = ["Class"], Rows = [.. model.Classes.Select(name => (IReadOnlyList<string>)[name])] },
        ]);
}
