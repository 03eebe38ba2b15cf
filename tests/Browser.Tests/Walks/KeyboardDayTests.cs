using Microsoft.Playwright;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>Row C13 of the table of features: the day of a specialist from sign-in to sign-out, without once touching a mouse.</summary>
public sealed class KeyboardDayTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const string Client = "利用者A";
    private const string Other = "利用者B";
    private const string Rows = "tr[data-work]";

    [Fact]
    public async Task C13_Whole_day_of_a_specialist_by_keyboard_alone()
    {
        var page = await office.Cast.GuestAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await SignInAsync(page);
        await StartAsync(page, Client);
        await StartAsync(page, Other);

        // Finds the new work, sees how the keys go, takes it on.
        await page.GotoAsync("/work?scope=roles");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToHaveAttributeAsync("open", "");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.PictureAsync("inbox-keys");
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.InsertTextAsync(Client);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/work?scope=roles&q=*");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator($"{Rows}:focus-within")).ToContainTextAsync(FormTitles.Of("contract"));
        await page.Keyboard.PressAsync("c");
        await page.ArriveAsync("**/work/*-*");

        // Does it: fields by Tab, a draft on the way, then finishes.
        await page.TypeFormAsync(CaseA.Step("contract").Values);
        await page.LeaveFieldAsync();
        await page.Keyboard.PressAsync("s");
        await page.ArriveAsync("**/work/*-*");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("下書きを");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.PictureAsync("work-keys");
        await page.Keyboard.PressAsync("d");
        await page.ArriveAsync("**/work?finished=*");

        // Puts something off, and asks a colleague to prepare something else.
        await TakeNextAsync(page);
        await page.TabToAndPressAsync("a[href$='/plan']");
        await page.ArriveAsync("**/plan");
        await page.TypeIntoAsync("[name=followUpOn]", "R8.1.26");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.PictureAsync("work-plan");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/work/*-*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("再開日 1月26日(月)");
        await page.TabToAndPressAsync("a[href$='/delegation']");
        await page.ArriveAsync("**/delegation");
        await page.ChooseAsync("select[name=to]", "事務員V");
        await page.TypeIntoAsync("[name=reason]", "空きの状況を調べてください。");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.PictureAsync("work-delegation");
        await page.TabToAndPressAsync("main form button[type=submit]");
        await page.ArriveAsync("**/work/*-*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("事務員Vさんに準備を頼みました");

        // Sees whom they wait for, what the team has, and goes home.
        await page.Keyboard.PressAsync("u");
        await page.ArriveAsync("**/work");
        await page.TabToAndPressAsync("a[href^='/work?scope=waiting']");
        await page.ArriveAsync("**/work?scope=waiting*");
        await Assertions.Expect(page.Locator(Rows).Filter(new LocatorFilterOptions { HasText = "専門員Xさんの作業の準備" })).ToHaveCountAsync(1);
        await page.TabToAndPressAsync("a[href='/work/load']");
        await page.ArriveAsync("**/work/load");
        await page.IsAccessibleOnDeskAndPhoneAsync();
        await page.PictureAsync("work-load");
        await page.TabToAndPressAsync("form[action='/sign-out'] button");
        await page.ArriveAsync("**/sign-in**");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/work");
        await page.TypeIntoAsync("[name=mail]", "x@office-s.example.jp");
        await page.TypeIntoAsync("[name=password]", "demo-office-S");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/work**");
    }

    private static async Task StartAsync(IPage page, string client)
    {
        await page.TabToAndPressAsync("nav a[href='/cases']");
        await page.ArriveAsync("**/cases");
        await page.TabToAndPressAsync("main a[href='/cases/new']");
        await page.ArriveAsync("**/cases/new");
        await page.ChooseAsync("select[name=subject]", client);
        await page.ChooseAsync("select[name=procedure]", "plan-creation");
        await page.TabToAndPressAsync("main form button[type=submit]");
        await page.ArriveAsync("**/cases/*-*");
    }

    private static async Task TakeNextAsync(IPage page)
    {
        await page.UntilAsync("/work?scope=roles", page.Locator(Rows).Filter(new LocatorFilterOptions { HasText = Other }));
        while (!(await page.Locator($"{Rows}:focus-within").AllInnerTextsAsync()).Any(static text => text.Contains(Other, StringComparison.Ordinal)))
        {
            await page.Keyboard.PressAsync("j");
        }

        await page.Keyboard.PressAsync("c");
        await page.ArriveAsync("**/work/*-*");
    }
}
