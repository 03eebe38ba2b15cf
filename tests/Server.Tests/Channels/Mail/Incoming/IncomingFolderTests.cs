using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Incoming;

/// <summary>The folder into which mails are dropped.</summary>
public sealed class IncomingFolderTests(RunningOffice.OnSqlite office) : IClassFixture<RunningOffice.OnSqlite>
{
    [Fact]
    public async Task A_file_that_can_not_be_read_holds_up_no_other_and_is_set_aside_at_the_fifth_try()
    {
        var folder = office.Services.GetRequiredService<IncomingFolder>();
        Directory.CreateDirectory(folder.Path);
        await using (var huge = File.Create(In(folder, "a-broken.eml")))
        {
            // Holes only: more than any array takes.
            huge.SetLength(3_000_000_000);
        }

        await File.WriteAllBytesAsync(In(folder, "b-whole.eml"), Encoding.ASCII.GetBytes("no mail"));

        Assert.Equal(new IncomingFolder.Round(Taken: 0, Left: 1), await folder.ReadAsync(CancellationToken.None));
        Assert.True(File.Exists(In(folder, Path.Combine("not-taken", "b-whole.eml"))));
        for (var turn = 2; turn <= 4; turn++)
        {
            Assert.Equal(new IncomingFolder.Round(Taken: 0, Left: 0), await folder.ReadAsync(CancellationToken.None));
            Assert.True(folder.HasFiles);
        }

        Assert.Equal(new IncomingFolder.Round(Taken: 0, Left: 1), await folder.ReadAsync(CancellationToken.None));
        Assert.False(folder.HasFiles);
        Assert.Equal(["a-broken.eml", "b-whole.eml"], Directory.EnumerateFileSystemEntries(In(folder, "not-taken")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string In(IncomingFolder folder, string name) => Path.Combine(folder.Path, name);
}
