namespace OfficeWorkflow.Server.Office.Demo;

/// <summary>Somebody of the demo office: a label, a mail address of a reserved domain, a role.</summary>
internal sealed record DemoPerson(string Name, string Mail, string Role);
