using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Audit;

/// <summary>Writes down an act in the commit that does it.</summary>
public static class Auditing
{
    /// <param name="act">Stable kebab-case code.</param>
    /// <param name="about">Kind and id of what it is done to, such as <c>procedure:meeting</c>.</param>
    /// <param name="text">A Japanese sentence, without anything that must be deletable.</param>
    public static void Note(this OfficeDb db, Guid officeId, DateTimeOffset at, string act, string about, string text, Guid? caseId = null) =>
        db.Audit.Add(new AuditEntry
        {
            OfficeId = officeId,
            At = at,
            PersonId = (db.Scope as Scope.Person)?.PersonId,
            Act = act,
            About = about,
            CaseId = caseId,
            Text = text,
        });
}
