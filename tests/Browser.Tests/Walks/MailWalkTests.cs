using System.Text;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>What leaves the office, from both ends: somebody of 75 with a phone gets it, and the office sees to what did not arrive.</summary>
public sealed class MailWalkTests(LiveOffice office) : IClassFixture<LiveOffice>
{
    /// <summary>What a screen reader says of the poll's page, in its order.</summary>
    private const string PollAsHeard = """
        - heading "会議の日程のお返事" [level=1]
        - paragraph: /サービス担当者会議の日を決めます。来られる日を教えてください。お返事の期限は、令和\d+年\d+月\d+日.*です。/
        - button "どの日でも行けます"
        - button "どの日も行けません"
        - paragraph: 日によって違うときは、一つずつ選んでください。
        - group /令和\d+年\d+月\d+日.+相談支援事業所S/:
          - radio "○ 行けます"
          - radio "△ 調整すれば行けます"
          - radio "× 行けません"
        - group /令和\d+年\d+月\d+日/
        - group /令和\d+年\d+月\d+日/
        - textbox "ひとこと（書かなくてもかまいません）"
        - button "この内容で返事をする"
        """;

    [Fact]
    public async Task F2_Answer_without_signing_in_a_person_of_75_answers_from_the_mail_with_two_taps_and_types_nothing()
    {
        var mail = await office.Receiver.ToAsync(LiveOffice.Commissioner);
        var phone = await office.Cast.GuestAsync();
        await phone.SetContentAsync(mail.Html);
        await phone.IsWholeAtTwiceTheSizeAsync();
        await phone.PictureAsync("mail-phone");

        await phone.GetByRole(AriaRole.Link).ClickAsync();
        await phone.ArriveAsync("**/g/*");
        await Assertions.Expect(phone.Locator("main")).ToMatchAriaSnapshotAsync(PollAsHeard);
        await phone.IsAccessibleAsync();
        await phone.IsWholeAtTwiceTheSizeAsync();
        var all = phone.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "どの日でも行けます" });
        var box = await all.BoundingBoxAsync();
        Assert.True(box is { Height: >= 44 } && box.Y + box.Height <= 844, "The button is too small, or not on the first screen.");
        await phone.PictureAsync("poll-phone");

        await all.ClickAsync();
        await phone.ArriveAsync("**/thanks");
        await Assertions.Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("お返事を受け取りました");
        await Assertions.Expect(phone.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "○ 行けます" })).ToHaveCountAsync(3);
        await phone.IsAccessibleAsync();
        await phone.IsWholeAtTwiceTheSizeAsync();
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task The_queue_shows_what_waits_left_may_have_left_failed_and_came_back_and_is_searched_corrected_and_stopped_at_a_desk_and_on_a_phone()
    {
        var faults = new List<string>();
        var page = await office.Cast.StaffAsync("専門員X");
        await BounceAsync(page, await office.Receiver.ToAsync(LiveOffice.Lead));
        faults.AddRange(await page.FaultsAsync("mail-received"));
        foreach (var (address, state, words, picture) in new[]
        {
            (LiveOffice.Commissioner, "送信済み", "送った文面", "sent"),
            (LiveOffice.Manager, "送信待ち", "まだ送れていません", "waiting"),
            (LiveOffice.Clinic, "送信済みかもしれない", "届いていれば「届いていた」を", "maybe"),
            (LiveOffice.Officer, "送れませんでした", "アドレスを確かめ、直して送ってください", "failed"),
            (LiveOffice.Lead, "届かず戻りました", "このアドレスはありません", "bounced"),
        })
        {
            await LiveOffice.OpenMailAsync(page, address);
            await Assertions.Expect(page.Locator("main .badge").First).ToContainTextAsync(state);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
            faults.AddRange(await page.FaultsAsync($"mail-{picture}"));
        }

        await page.GotoAsync("/mail");
        foreach (var state in new[] { "Waiting", "Failed", "Bounced", "Maybe", "Sent" })
        {
            var tab = page.Locator($".tabs a[href$='state={state}']");
            await page.LeaveAsync(() => tab.ClickAsync());
            var count = await page.Locator(".tabs a[aria-current=page] .count").EvaluateAsync<int>("e => Number.parseInt(e.textContent)");
            await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(count);
        }

        foreach (var (address, picture) in new[] { ("/mail", "mail-list"), ("/mail?q=nobody", "mail-none"), ("/mail?state=Failed", "mail-failed-list"), ("/mail/pause", "mail-pause"), ("/mail/failed/sending", "mail-failed-sending") })
        {
            await page.GotoAsync(address);
            faults.AddRange(await page.FaultsAsync(picture));
        }

        await CorrectAsync(page, faults);
        await StopAsync(page, faults);

        Assert.Empty(faults);
    }

    /// <summary>One is found, and goes to a corrected address; another is sent again only after a question.</summary>
    private async Task CorrectAsync(IPage page, List<string> faults)
    {
        await page.GotoAsync("/mail");
        await page.GetByRole(AriaRole.Searchbox, new PageGetByRoleOptions { Name = "宛先・アドレス・件名・案件の名前" }).FillAsync("市職員");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "さがす" }).ClickAsync());
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await page.LeaveAsync(() => page.Locator("main tbody th a").ClickAsync());
        await PressAsync(page, AriaRole.Link, "別のアドレスに送る");
        faults.AddRange(await page.FaultsAsync("mail-elsewhere"));
        await page.GetByLabel("メールアドレス").FillAsync("officer-m2@m-city.example.jp");
        await PressAsync(page, AriaRole.Button, "このアドレスに送る");
        await SendNowAsync(page);
        Assert.Contains("会議の日程", (await office.Receiver.ToAsync("officer-m2@m-city.example.jp")).Subject, StringComparison.Ordinal);

        await LiveOffice.OpenMailAsync(page, LiveOffice.Clinic);
        await PressAsync(page, AriaRole.Link, "もう一度送る");
        faults.AddRange(await page.FaultsAsync("mail-again"));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "やめ" }).ClickAsync());
    }

    private static async Task StopAsync(IPage page, List<string> faults)
    {
        await page.GotoAsync("/mail");
        await PressAsync(page, AriaRole.Link, "送信をすべて止める");
        await page.GetByLabel("止める理由").FillAsync("宛先を確かめています。");
        await PressAsync(page, AriaRole.Button, "すべて止める");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("メールの送信をすべて止めています");
        faults.AddRange(await page.FaultsAsync("mail-paused"));
        await LiveOffice.OpenMailAsync(page, LiveOffice.Manager);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("宛先を確かめています。");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "いますぐ送る" })).ToHaveCountAsync(0);
        faults.AddRange(await page.FaultsAsync("mail-waiting-paused"));
        await PressAsync(page, AriaRole.Button, "送信を再開する");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("メールの送信をすべて止めています");
    }

    private static Task PressAsync(IPage page, AriaRole role, string name) =>
        page.LeaveAsync(() => page.GetByRole(role, new PageGetByRoleOptions { Name = name }).First.ClickAsync());

    /// <summary>At once, where the office is closed.</summary>
    private static async Task SendNowAsync(IPage page)
    {
        var now = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "いますぐ送る" });
        if (await now.CountAsync() > 0)
        {
            await page.LeaveAsync(() => now.ClickAsync());
        }
    }

    /// <summary>The mail server of the recipient reports that there is no such mailbox, and the clerk hands the report in.</summary>
    private static async Task BounceAsync(IPage page, MailReceiver.Taken mail)
    {
        var report = $"""
            From: MAILER-DAEMON@mx.example.jp
            To: office@office-s.example.jp
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <report-1@mx.example.jp>
            Content-Type: multipart/report; report-type=delivery-status; boundary="r"

            --r
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.jp

            Final-Recipient: rfc822; {mail.To}
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 user unknown
            --r
            Content-Type: text/rfc822-headers

            Message-ID: {mail.Id}
            To: {mail.To}
            --r--
            """.ReplaceLineEndings("\r\n");
        await page.GotoAsync("/mail/received");
        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "report.eml", MimeType = "message/rfc822", Buffer = Encoding.ASCII.GetBytes(report) });
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "読み取る" }).ClickAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }
}
