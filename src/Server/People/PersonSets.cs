using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.People.Absences;
using OfficeWorkflow.Server.People.LostPasswords;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

internal static class PersonSets
{
    extension(OfficeDb db)
    {
        public DbSet<Person> People => db.Set<Person>();

        public DbSet<PersonRole> PersonRoles => db.Set<PersonRole>();

        public DbSet<WelcomeLink> WelcomeLinks => db.Set<WelcomeLink>();

        public DbSet<SignInSession> SignInSessions => db.Set<SignInSession>();

        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<Absence> Absences => db.Set<Absence>();

        public DbSet<LostPassword> LostPasswords => db.Set<LostPassword>();
    }
}
