using System.Diagnostics;
using OfficeWorkflow.Server.Channels.Calendar;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

/// <summary>Someone else's reader understands what we write. Needs Debian's python3-icalendar, which ./check installs.</summary>
public sealed class OtherCalendarReaderTests
{
    private const string Script = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        event = next(iter(calendar.walk('VEVENT')))
        assert not event.errors, event.errors
        assert len(calendar.walk('VTIMEZONE')) == 1
        for word in (calendar['METHOD'], event['UID'], event['SEQUENCE'], event['SUMMARY'], event['LOCATION'], event['DESCRIPTION'].replace('\n', '|'),
                     event['DTSTART'].dt.isoformat(), event['DTEND'].dt.isoformat(), event['ORGANIZER'], event['ORGANIZER'].params['CN'],
                     *(a + ' ' + a.params['CN'] + ' ' + a.params['PARTSTAT'] for a in event['ATTENDEE'])):
            print(word)
        """;

    [Fact]
    public async Task Icalendar_of_python_reads_every_field_back()
    {
        var longPlace = Invitations.Meeting with { Summary = string.Concat(Enumerable.Repeat("𠮷の字の会議、", 20)) };

        var said = await PythonAsync(IcsText.Of(longPlace));

        Assert.Equal(
            [
                "REQUEST", "meeting-1@s.example.jp", "0", longPlace.Summary, "M市福祉会館, 2階; 会議室", "持ち物: なし|駐車場あり",
                "2026-02-20T10:00:00+09:00", "2026-02-20T11:30:00+09:00", "mailto:office@s.example.jp", "相談支援事業所S",
                "mailto:x@s.example.jp 専門員X NEEDS-ACTION",
                "mailto:n@example.jp 民生委員N NEEDS-ACTION",
                "mailto:p@p.example.jp サービス管理責任者P NEEDS-ACTION",
            ],
            said);
    }

    private static async Task<string[]> PythonAsync(string text)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-X", "utf8", "-c", Script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start) ?? throw new InvalidOperationException("/usr/bin/python3 does not start.");
        var said = python.StandardOutput.ReadToEndAsync();
        var complained = python.StandardError.ReadToEndAsync();
        await python.StandardInput.WriteAsync(text);
        python.StandardInput.Close();
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, $"python3-icalendar is absent (apt-get install python3-icalendar) or does not read the text:\n{await complained}");
        return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
