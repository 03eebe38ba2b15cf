namespace OfficeWorkflow.Server.Channels.Mail.Ways;

/// <summary>What is known of how somebody wants to be told.</summary>
/// <param name="Number">The FAX or telephone number for a way that needs one.</param>
/// <param name="WantsDigest">One mail a day instead of each by itself.</param>
public sealed record Preference(ContactWay Way, string? Number, bool WantsDigest)
{
    /// <summary>The way that was chosen; where none was, a mail, and for somebody without an address what else there is.</summary>
    /// <returns>Null when there is nothing by which to reach them.</returns>
    public static Preference? Of(ContactWay? chosen, string? mail, string? fax, string? phone, bool wantsDigest) =>
        (chosen ?? (mail is not null ? ContactWay.Mail : fax is not null ? ContactWay.Fax : phone is not null ? ContactWay.Phone : null)) is { } way
            ? new Preference(way, way switch { ContactWay.Fax => fax, ContactWay.Phone => phone, _ => null }, wantsDigest)
            : null;
}
