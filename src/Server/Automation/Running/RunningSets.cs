using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Signals;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Running;

internal static class RunningSets
{
    extension(OfficeDb db)
    {
        public DbSet<TimerEntry> Timers => db.Set<TimerEntry>();

        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        public DbSet<Message> Messages => db.Set<Message>();

        public DbSet<SignalWait> SignalWaits => db.Set<SignalWait>();

        public DbSet<InboxEntry> CaseInbox => db.Set<InboxEntry>();
    }
}
