namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>What the administrator of the machine decides about webhooks.</summary>
/// <param name="AllowPrivate">Whether they may lead to addresses inside the house and be unencrypted; no office can decide that for itself.</param>
/// <param name="KeepsIn">Nothing leaves: a rehearsal.</param>
public sealed record WebhookSettings(bool AllowPrivate, bool KeepsIn)
{
    public static WebhookSettings Of(IConfiguration configuration, bool isRehearsal) =>
        new(configuration.GetValue("Webhooks:AllowPrivate", defaultValue: false), isRehearsal);
}
