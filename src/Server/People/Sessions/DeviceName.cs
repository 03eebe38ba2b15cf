namespace OfficeWorkflow.Server.People.Sessions;

/// <summary>「Windows の Edge」: enough for people to know their own devices apart.</summary>
internal static class DeviceName
{
    // Names that others contain come last: Edge calls itself Chrome, Chrome calls itself Safari, Android calls itself Linux.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => (Find(Systems, userAgent), Find(Browsers, userAgent)) switch
    {
        ({ } system, { } browser) => $"{system} の {browser}",
        ({ } system, null) => system,
        (null, { } browser) => browser,
        _ => "名前の分からない端末",
    };

    private static string? Find((string Mark, string Name)[] names, string? userAgent) =>
        Array.Find(names, name => userAgent?.Contains(name.Mark, StringComparison.Ordinal) == true).Name;
}
