using System.Text;
using OfficeWorkflow.Server.Office.Demo;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App;

/// <summary>What the terminal says once the server listens: where it is and how to get in.</summary>
internal static class Greeting
{
    /// <param name="hasDemo">The demo office is there: its sign-ins are shown.</param>
    /// <param name="welcome">Path of the first administrator's one-time link, or null.</param>
    public static string Of(IEnumerable<string> addresses, Settings settings, TimeProvider clock, bool hasDemo, string? welcome)
    {
        var address = addresses.FirstOrDefault()?.TrimEnd('/') ?? "";
        var text = new StringBuilder("\n");
        if (settings.IsRehearsal)
        {
            text.Append("予行です。時計: ").AppendLine(JapaneseEra.Long(clock.GetUtcNow()));
        }

        if (welcome is not null)
        {
            text.AppendLine("最初の事務管理者は、次の1回だけ使えるリンクから始めてください。").Append("  ").Append(address).AppendLine(welcome);
        }

        if (hasDemo)
        {
            text.AppendLine("デモの事業所に、次のメールアドレスでサインインできます。パスワードはどれも " + DemoOffice.DemoPassword + " です。");
            foreach (var person in DemoOffice.People)
            {
                text.Append("  ").Append(person.Mail).Append("  ").Append(person.Name).Append('（').Append(Roles.NameOf(person.Role)).AppendLine("）");
            }
        }

        return text.Append("ブラウザーで開いてください: ").AppendLine(address).ToString();
    }
}
