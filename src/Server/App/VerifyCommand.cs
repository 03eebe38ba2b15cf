using OfficeWorkflow.Server.Office.Consents.Receipts;

namespace OfficeWorkflow.Server.App;

/// <summary><c>Server verify RECEIPT [DOCUMENT] [--head NUMBER:HASH]</c>: proves a receipt of consent on any machine, without data and without network.</summary>
internal static class VerifyCommand
{
    public const string Usage = "Server verify RECEIPT.pdf [DOCUMENT.pdf] [--head NUMBER:HASH]";

    /// <returns>0 when nothing is wrong, 1 when something is, 2 when a file cannot be read; null when it is another command.</returns>
    public static async Task<int?> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ["verify", .. var rest])
        {
            return null;
        }

        var at = rest.ToList().IndexOf("--head");
        var head = at >= 0 ? rest.ElementAtOrDefault(at + 1) : null;
        var files = rest.Where((_, place) => at < 0 || (place != at && place != at + 1)).ToList();
        if (files.Count is not (1 or 2) || files.Find(static file => !File.Exists(file)) is { } || (at >= 0 && head is null))
        {
            await errors.WriteLineAsync(files.Find(static file => !File.Exists(file)) is { } missing ? $"ファイルがありません: {missing}" : $"usage: {Usage}");
            return 2;
        }

        var result = VerifyReceipt.Check(
            await File.ReadAllBytesAsync(files[0]), files.Count == 2 ? await File.ReadAllBytesAsync(files[1]) : null, head);
        foreach (var check in result.Checks)
        {
            await output.WriteLineAsync($"{check.IsRight switch { true => "○", false => "×", _ => "―" }} {check.Code}: {check.Sentence}");
        }

        if (result is { Facts: { } facts, Head: { } known })
        {
            await output.WriteLineAsync("確かめられるのは次の内容だけです。控えの紙面の言葉がこれと同じかどうかを見比べてください。紙面も含めて確かめるには、事業所の「/verify」のページを使ってください。");
            await output.WriteLineAsync($"{facts.Client} / {facts.Document} / {facts.SignerName}（{facts.SignerKind}） / {facts.Answer} {facts.AnsweredOn:yyyy-MM-dd} / {known}");
        }

        return result.IsRight ? 0 : 1;
    }
}
