using System.Globalization;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Contents: the pages of one client, one line per feature.</summary>
/// <param name="Address">With <c>{0}</c> where the client's id stands.</param>
public sealed record ClientTab(string Key, string Label, string Address)
{
    public static IReadOnlyList<ClientTab> All { get; } =
    [
        new("ledger", "台帳", "/clients/{0}"),
        new("certificates", "受給者証", "/clients/{0}/certificates"),
        new("consents", "説明と同意", "/clients/{0}/consents"),
        new("privacy", "個人情報の同意", "/clients/{0}/privacy"),
        new("duties", "守るべきこと", "/clients/{0}/duties"),
    ];

    public string AddressFor(Guid clientId) => string.Format(CultureInfo.InvariantCulture, Address, clientId);
}
