using System.Text;
using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>What people outside read behind a code, on a phone: the papers of a meeting, and whose answer a witness confirms. And what staff do for it.</summary>
[Collection(CaseAStory.Name)]
public sealed class OutsidePagesTests(CaseAStory story)
{
    private const string RoomAsHeard = """
        - heading "サービス担当者会議の資料" [level=1]
        - heading "資料" [level=2]
        - list:
          - listitem:
            - link "送迎の表"
        - heading "会議録" [level=2]
        - button "このとおりです"
        - textbox "直してほしいところ"
        - button "直してほしいところを送る"
        """;

    private const string WitnessAsHeard = """
        - heading "立ち会いの確認" [level=1]
        - textbox /お名前（立会人. 民生委員N）/
        - button "この場に立ち会いました"
        """;

    [Fact]
    public async Task Who_was_invited_reads_the_papers_of_the_meeting_on_a_phone_and_staff_see_who_can()
    {
        await story.DeliveredAsync();
        var page = await story.Cast.StaffAsync("専門員X");
        await page.GotoAsync("/meetings");
        await page.LeaveAsync(() => page.Locator("main table a[href^='/meetings/']").First.ClickAsync());
        var meeting = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(meeting + "/papers");
        await story.Survey.LookAsync(page, "none");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "資料を加える" }).ClickAsync());
        await story.Survey.LookAsync(page, "refused");
        await page.GetByLabel("資料の名前").FillAsync("送迎の表");
        await page.GetByLabel("市町村等の職員").CheckAsync();
        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "送迎.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n") });
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "資料を加える" }).ClickAsync());
        await Assertions.Expect(page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = "送迎の表" })).ToContainTextAsync("市職員M");
        await story.Survey.LookAsync(page, "some");

        var link = await story.Cast.LinkAsync("市職員M", "サービス担当者会議のご案内");
        await page.GotoAsync(meeting);
        var code = await ReadCodeAsync(page, page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "資料のコードを見る" }).Filter(new LocatorFilterOptions { HasText = "市職員M" }));
        var phone = await EnterAsync(link, code);
        await Assertions.Expect(phone.Locator("main")).ToMatchAriaSnapshotAsync(RoomAsHeard);
        await LookAsync(phone, "room");
        await phone.Context.CloseAsync();

        Assert.True(story.Survey.Faults.Count is 0, string.Join('\n', story.Survey.Faults));
    }

    [Fact]
    public async Task A_witness_confirms_on_a_phone_what_was_answered_before_their_eyes()
    {
        var delivered = await story.DeliveredAsync();
        var page = await story.Cast.StaffAsync("専門員X");
        await page.GotoAsync(delivered.Client + "/consents");
        await page.LeaveAsync(() => page.Locator("main a[href^='/consents/']").First.ClickAsync());
        var consent = new Uri(page.Url).AbsolutePath;
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "立会人に確認をお願いする" }).ClickAsync());
        await page.GetByLabel("立会人の氏名").FillAsync("民生委員N");
        await page.GetByLabel("立場").FillAsync("民生委員");
        await page.Locator("[name=Method][value=Link]").CheckAsync();
        await page.GetByLabel("リンクを送るメールアドレス").FillAsync("tachiai-n@example.jp");
        await story.Survey.LookAsync(page);
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "お願いする・記録する" }).ClickAsync());
        await story.Survey.LookAsync(page, "witness-asked");

        var link = await story.Cast.LinkAsync("tachiai-n", "立ち会い");
        await page.GotoAsync(consent);
        var code = await ReadCodeAsync(page, page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "コードを見る" }).Filter(new LocatorFilterOptions { HasText = "民生委員N" }));
        var phone = await EnterAsync(link, code);
        await Assertions.Expect(phone.Locator("main")).ToMatchAriaSnapshotAsync(WitnessAsHeard);
        await LookAsync(phone, "witness");
        await phone.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "この場に立ち会いました" }).ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("お名前を入力してください");
        await LookAsync(phone, "witness-refused");
        await phone.GetByLabel("お名前").FillAsync("民生委員N");
        await phone.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "この場に立ち会いました" }).ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Status)).ToContainTextAsync("立ち会いの確認を受け取りました");
        await LookAsync(phone, "witness-taken");
        await phone.Context.CloseAsync();

        await page.GotoAsync(consent);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("立会人の確認まで入れた記録のPDFを開く");
        await story.Survey.LookAsync(page, "witnessed");
        Assert.True(story.Survey.Faults.Count is 0, string.Join('\n', story.Survey.Faults));
    }

    private static async Task<string> ReadCodeAsync(IPage page, ILocator link)
    {
        await page.LeaveAsync(() => link.ClickAsync());

        return (await page.Locator(".read-code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }

    private async Task<IPage> EnterAsync(string link, string code)
    {
        var phone = await story.Cast.GuestAsync();
        await phone.GotoAsync(link);
        await phone.IsWholeAtTwiceTheSizeAsync();
        await phone.GetByLabel("コード").FillAsync(code);
        await phone.LeaveAsync(() => phone.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "次へ進む" }).ClickAsync());

        return phone;
    }

    private async Task LookAsync(IPage phone, string state)
    {
        await story.Survey.LookAsync(phone, state);
        await phone.IsWholeAtTwiceTheSizeAsync();
    }
}
