namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>While it lives no mail can be delivered: a file lies where the folder of the mails should be.</summary>
internal sealed class MailIsAway : IDisposable
{
    private readonly string folder;

    public MailIsAway(RunningOffice office)
    {
        folder = Path.Combine(office.DataDirectory, "mail");
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, folder + ".kept");
        }

        File.WriteAllText(folder, "");
    }

    public void Dispose()
    {
        File.Delete(folder);
        if (Directory.Exists(folder + ".kept"))
        {
            Directory.Move(folder + ".kept", folder);
        }
    }
}
