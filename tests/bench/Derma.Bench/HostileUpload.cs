using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Derma.Bench;

/// <summary>An upload that a service must not trip over.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Send">Sends it and returns the status and the answer's text.</param>
sealed record HostileUpload(string Name, Func<HttpClient, Task<(int Status, string Body)>> Send)
{
    /// <summary>A file in the field "photo".</summary>
    public static HostileUpload File(string name, byte[] file, string fileName = "photo.jpg") => Form(name, () => new() { { new ByteArrayContent(file), "photo", fileName } });

    public static HostileUpload Form(string name, Func<MultipartFormDataContent> form) => new(name, async client =>
    {
        using var answer = await client.PostAsync("/api/predictions", form());
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    });

    /// <summary>Bytes as they are, then as many more as the service takes, until it answers.</summary>
    /// <param name="name">For the table.</param>
    /// <param name="headers">After the request line and the form's type.</param>
    /// <param name="more">Sent again and again.</param>
    /// <param name="pause">Between two of them.</param>
    public static HostileUpload Endless(string name, string headers, string more, TimeSpan pause) => new(name, async client =>
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        var stream = socket.GetStream();
        var answer = ReadAsync(stream);
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"POST /api/predictions HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=edge\r\n{headers}"));
        while (!answer.IsCompleted)
        {
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(more));
            }
            catch (IOException)
            {
                break; // it hung up, as it may
            }
            if (pause > TimeSpan.Zero) await Task.WhenAny(answer, Task.Delay(pause));
        }
        var text = await answer;
        return (int.Parse(text.Split(' ')[1]), text[text.IndexOf('{')..(text.LastIndexOf('}') + 1)]);
    });

    /// <summary>The problem's code, or the label of an answer.</summary>
    public static string Word(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("code", out var code) ? code.GetString()! : "answered";
    }

    static async Task<string> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (!text.ToString().Contains('}') && await stream.ReadAsync(buffer) is > 0 and var read) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        return text.ToString();
    }
}
