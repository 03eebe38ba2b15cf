using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Bounces;
using OfficeWorkflow.Server.Channels.Mail.Collecting;
using OfficeWorkflow.Server.Channels.Mail.Digests;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels;

/// <summary>Contents: what mail, guest links, webhooks and lists are made of.</summary>
internal static class ChannelServices
{
    public static void AddChannels(this IServiceCollection services, MailSettings mail, string keys)
    {
        services.AddSingleton(mail);
        services.AddSingleton<SiteAddress>();
        services.AddSingleton(static services => services.GetRequiredService<MailSettings>().Transport());
        services.AddSingleton<OfficeMail>();
        services.AddSingleton<MailPace>();
        services.AddSingleton<MailGate>();
        services.AddSingleton<Postbox>();
        services.AddSingleton<SendDigests>();
        services.AddSingleton<TryTemplate>();
        services.AddSingleton<IncomingKind, BounceKind>();
        services.AddSingleton<Performer, MailPerformer>();
        services.AddSingleton<MailReason, OpenLinkReason>();
        services.AddSingleton(_ => GuestKey.At(keys));
        services.AddSingleton<Links>();
        services.AddSingleton<TakeMail>();
        services.AddSingleton<IncomingFolder>();
        services.AddSingleton<PumpSource, IncomingSource>();
        services.AddSingleton<PumpSource, HeldMailSource>();
        services.AddSingleton<ReadMailbox>();
        services.AddSingleton<PumpSource, MailboxSource>();
        services.AddSingleton<WebhookBook>();
        services.AddSingleton<WebhookKeys>();
        services.AddSingleton<WebhookDoor>();
        services.AddSingleton<Performer, WebhookPerformer>();
        services.AddSingleton<ListSource, MailRows>();
        services.AddSingleton<ListSource, ReceivedRows>();
        services.AddScoped<OpenLink>();
        services.AddGuestLimits();
    }
}
