using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Outbox;

namespace OfficeWorkflow.Server.Channels;

/// <summary>Contents: what mail and guest links are made of.</summary>
internal static class ChannelServices
{
    public static void AddChannels(this IServiceCollection services, MailSettings mail, string keys)
    {
        services.AddSingleton(mail);
        services.AddSingleton<SiteAddress>();
        services.AddSingleton(static services => services.GetRequiredService<MailSettings>().Transport());
        services.AddSingleton<OfficeMail>();
        services.AddSingleton<Postbox>();
        services.AddSingleton<Performer, MailPerformer>();
        services.AddSingleton<MailReason, OpenLinkReason>();
        services.AddSingleton(_ => GuestKey.At(keys));
        services.AddSingleton<Links>();
        services.AddScoped<OpenLink>();
        services.AddGuestLimits();
    }
}
