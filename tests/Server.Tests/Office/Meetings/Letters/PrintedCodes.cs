using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Letters;

/// <summary>Prints a sheet as staff do, and reads its codes with somebody else's reader.</summary>
internal static class PrintedCodes
{
    public static async Task<byte[]> PrintAsync(Staff staff, string page, string action)
    {
        await staff.Browser.GetAsync(page);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken") ?? "")]);
        using var answer = await staff.Http.PostAsync(new Uri(action, UriKind.Relative), form);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);

        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static async Task<IReadOnlyList<string>> ReadAsync(byte[] letter)
    {
        var folder = Directory.CreateTempSubdirectory("letter").FullName;
        var picture = Path.Combine(folder, "page");
        await RunAsync("pdftoppm", letter, "-r", "200", "-png", "-", picture);
        var read = await RunAsync("zbarimg", [], ["-q", "--raw", .. Directory.GetFiles(folder)]);
        Directory.Delete(folder, recursive: true);

        return [.. read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    public static async Task<string> RunAsync(string program, byte[] input, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();

        return await said;
    }
}
