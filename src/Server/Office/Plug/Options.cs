using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Plug;

/// <summary>Lists for hand-written forms.</summary>
public static class Options
{
    /// <summary>Every case of an enum by its name.</summary>
    public static IReadOnlyList<Option> Of<TEnum>(Func<TEnum, string> label)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Option(value.ToString(), label(value)))];
}
