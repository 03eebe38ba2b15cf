using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>The roles of an office: the keys that lanes, forms and policies use, with their Japanese names.</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Manager = "manager";
    public const string Specialist = "specialist";
    public const string Assistant = "assistant";
    public const string Clerk = "clerk";
    public const string Auditor = "auditor";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Administrator, "事務管理者"),
        new(Manager, "管理者"),
        new(Specialist, "相談支援専門員"),
        new(Assistant, "相談支援員"),
        new(Clerk, "事務員"),
        new(Auditor, "監査（閲覧のみ）"),
    ];

    /// <summary>The Japanese name of a role; the key itself where a procedure names one that the office does not have.</summary>
    public static string NameOf(string key) => All.FirstOrDefault(role => string.Equals(role.Key, key, StringComparison.Ordinal))?.Label ?? key;

    public static bool Exists(string key) => All.Any(role => string.Equals(role.Key, key, StringComparison.Ordinal));
}
