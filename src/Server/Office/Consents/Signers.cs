using OfficeWorkflow.Server.Office.Clients;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>Who may sign for a client: an adult, or who acts for the adult in law; of a child the guardian.</summary>
internal static class Signers
{
    /// <param name="isNext">Who acts for a child has agreed: then the child may too.</param>
    public static IReadOnlyList<SignerKind> For(Client client, DateOnly on, bool isNext) => client.IsChildOn(on)
        ? [SignerKind.Guardian, SignerKind.LegalGuardian, .. isNext ? [SignerKind.Self] : Array.Empty<SignerKind>()]
        : [SignerKind.Self, SignerKind.LegalGuardian, SignerKind.Proxy];

    /// <summary>The signer to propose.</summary>
    public static (SignerKind Kind, string Name, string? Relation, string? Mail) Propose(Client client, IReadOnlyList<FamilyMember> family, DateOnly on)
    {
        var guardian = family.FirstOrDefault(member => client.IsChildOn(on) ? member.IsGuardian : member.IsLegalGuardian);

        return (client.IsChildOn(on), guardian) switch
        {
            (true, { } parent) => (SignerKind.Guardian, parent.Name, parent.Relation, parent.Mail),
            (true, null) => (SignerKind.Guardian, "", null, null),
            (false, { } appointed) => (SignerKind.LegalGuardian, appointed.Name, appointed.Relation, appointed.Mail),
            _ => (SignerKind.Self, client.Name, null, client.Mail),
        };
    }
}
