namespace OfficeWorkflow.Server.Channels;

/// <summary>Names of the policies that pages here ask for; People, which stands after us, says who meets them.</summary>
internal static class StaffPolicies
{
    public const string Member = "member";

    public const string Work = "work";

    public const string Administer = "administer";
}
