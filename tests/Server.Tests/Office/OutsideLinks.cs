using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Feed;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Consents;
using OfficeWorkflow.Server.Tests.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>One link of each kind that the product gives to somebody without a session, as the office gives it.</summary>
internal static class OutsideLinks
{
    /// <summary>The link by which a member of staff chooses a password: no <see cref="GuestPurpose"/>, but a link all the same.</summary>
    public const string Account = "account";

    private static readonly Dictionary<string, Func<RunningOffice, Task<OutsideLink>>> Makers = new(StringComparer.Ordinal)
    {
        [PollPurpose.Key] = PollAsync,
        [RoomPurpose.Key] = RoomAsync,
        [OpinionPurpose.Key] = OpinionAsync,
        [ConsentPurpose.Key] = ConsentAsync,
        [WitnessPurpose.Key] = WitnessAsync,
        [FeedPurpose.Key] = FeedAsync,
        [Account] = AccountAsync,
    };

    public static IEnumerable<string> Kinds => Makers.Keys;

    /// <summary>Those that end with their one answer; the others stay open until their time or their work is over.</summary>
    public static IReadOnlyList<string> ForOneAnswer { get; } = [OpinionPurpose.Key, ConsentPurpose.Key, WitnessPurpose.Key, Account];

    public static Task<OutsideLink> MakeAsync(RunningOffice office, string kind) => Makers[kind](office);

    private static async Task<OutsideLink> PollAsync(RunningOffice office)
    {
        var (circle, planned, meeting) = await PlannedAsync(office);
        await circle.PerformAsync("Office.AskAvailability", MeetingStory.Asked, ("meetingId", planned["meetingId"]), ("participantId", Id(meeting.Participants[4].Id)));

        return await GuestLinkAsync(circle, PollPurpose.Key, meeting.Participants[4].Id, [("all", "yes")], () => MeetingStory.ChosenAsync(circle, planned));
    }

    private static async Task<OutsideLink> RoomAsync(RunningOffice office)
    {
        var (circle, planned, meeting) = await PlannedAsync(office);
        await MeetingStory.ChosenAsync(circle, planned);
        await circle.PerformAsync("Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 15), ("meetingId", planned["meetingId"]), ("participantId", Id(meeting.Participants[4].Id)));
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 25, 10));
        await using (var db = circle.Db())
        {
            db.Add(NewMinutes(circle, meeting));
            await db.SaveChangesAsync();
        }

        return await GuestLinkAsync(
            circle, RoomPurpose.Key, meeting.Participants[4].Id, [("version", "1"), ("correction", "週5回です。")],
            () => ChangeAsync(circle, async db => (await db.Meetings.SingleAsync()).CallOff(circle.SpecialistX, office.Clock.GetUtcNow(), "記録の誤り")));
    }

    private static async Task<OutsideLink> OpinionAsync(RunningOffice office)
    {
        var (circle, planned, meeting) = await PlannedAsync(office);
        await MeetingStory.ChosenAsync(circle, planned, circle.Officer.Id);
        await circle.PerformAsync("Office.AskOpinion", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", Id(meeting.Participants[4].Id)));

        return await GuestLinkAsync(
            circle, OpinionPurpose.Key, meeting.Participants[4].Id, [("content", "異議はありません。")],
            () => ChangeAsync(circle, async db => (await db.OpinionInquiries.SingleAsync()).Answer(
                new DateOnly(2026, 3, 18), AnswerMeans.Phone, "電話で聞いた。", circle.SpecialistX, office.Clock.GetUtcNow())));
    }

    private static async Task<OutsideLink> ConsentAsync(RunningOffice office)
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);

        return await GuestLinkAsync(
            circle, ConsentPurpose.Key, consent, [("answer", "agreed"), ("name", "利用者A"), ("confirmed", "yes")],
            () => ChangeAsync(circle, db =>
            {
                db.Add(Cancelled(circle, office.Clock.GetUtcNow()));
                return Task.CompletedTask;
            }));
    }

    private static async Task<OutsideLink> WitnessAsync(RunningOffice office)
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], circle.OfficeId);
        await clerk.Browser.GetAsync(AskWitness.AddressOf(consent));
        await clerk.Browser.PostAsync(AskWitness.AddressOf(consent), ("Name", "民生委員N"), ("Standing", "民生委員"), ("Method", "Link"), ("Mail", "w@example.jp"));
        var (signer, path) = await ConsentStory.OpenedAsync(circle, consent);
        await signer.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await signer.PostAsync(path, ("confirmed", "yes"));
        await using var db = circle.Db();

        return await GuestLinkAsync(
            circle, WitnessPurpose.Key, (await db.Witnesses.SingleAsync()).Id, [("name", "民生委員N")],
            () => ChangeAsync(circle, async own => (await own.Consents.SingleAsync()).Withdraw(CircleOfA.Tokyo(3, 27, 18), "本人から電話", circle.SpecialistX)));
    }

    private static async Task<OutsideLink> FeedAsync(RunningOffice office)
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var circle = await CircleOfA.InAsync(office);
        await using (var db = circle.Db())
        {
            await circle.Get<Links>().MakeAsync(
                db, circle.OfficeId, FeedPurpose.Key, circle.SpecialistX.ToString(), "専門員X", office.Clock.GetUtcNow().AddDays(365), needsCode: false, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var link = await GuestLinkAsync(
            circle, FeedPurpose.Key, circle.SpecialistX, [("all", "yes")],
            async () =>
            {
                await using var db = office.Db();
                await db.PersonRoles.Where(role => role.PersonId == circle.SpecialistX).ExecuteDeleteAsync();
            });

        return link with { Page = $"{link.Path}/{FeedPurpose.Part}" };
    }

    private static async Task<OutsideLink> AccountAsync(RunningOffice office)
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var (path, other, mail, personId) = await InvitedAsync(office);
        IReadOnlyList<(string, string)> chosen = [("name", "職員U"), ("mail", mail), ("password", Staff.Password), ("again", Staff.Password)];

        return new OutsideLink(path, path, chosen)
        {
            EnterAsync = guest => guest.GetAsync(path),
            ExpiresAsync = async () =>
            {
                await using var db = office.Db();
                return await db.WelcomeLinks.Where(link => link.PersonId == personId).MaxAsync(static link => link.ExpiresAt);
            },
            RevokeAsync = async () =>
            {
                await using var db = office.Db();
                (await db.People.SingleAsync(person => person.Id == personId)).ClosedAt = office.Clock.GetUtcNow();
                await db.SaveChangesAsync();
            },
            EndWorkAsync = async () =>
            {
                var elsewhere = new Browser(RemoteAddress.Own(office.Client()));
                await elsewhere.GetAsync(other);
                await elsewhere.PostAsync(other, chosen);
            },
        };
    }

    /// <summary>Somebody with two open links, as who asked twice.</summary>
    private static async Task<(string Path, string Other, string Mail, Guid PersonId)> InvitedAsync(RunningOffice office)
    {
        var officeId = await office.NewOfficeAsync();
        var mail = $"{Guid.CreateVersion7():N}@example.jp";
        await using var db = office.Db();
        var person = AddPerson.To(db, officeId, "職員U", mail, [Roles.Clerk], office.Clock.GetUtcNow());
        var (path, other) = (AddPerson.Welcome(db, person.Id, office.Clock.GetUtcNow()), AddPerson.Welcome(db, person.Id, office.Clock.GetUtcNow()));
        await db.SaveChangesAsync();

        return (path, other, mail, person.Id);
    }

    private static async Task<OutsideLink> GuestLinkAsync(
        CircleOfA circle, string purpose, Guid target, IReadOnlyList<(string, string)> answer, Func<Task> endWork)
    {
        var (_, path) = await circle.GuestAsync(purpose, target);
        var id = GuestToken.Read(path[GuestToken.Prefix.Length..])!.Value.LinkId;

        return new OutsideLink(path, path, answer)
        {
            EnterAsync = async guest =>
            {
                await using var db = circle.Db();
                if (await db.GuestLinks.AnyAsync(link => link.Id == id && link.NeedsCode))
                {
                    await circle.EnterCodeAsync(guest, path, purpose, target);
                }

                await guest.GetAsync(path);
            },
            ExpiresAsync = async () =>
            {
                await using var db = circle.Db();
                return await db.GuestLinks.Where(link => link.Id == id).Select(static link => link.ExpiresAt).SingleAsync();
            },
            RevokeAsync = () => ChangeAsync(circle, db => circle.Get<Links>().RevokeAsync(db, circle.OfficeId, purpose, target.ToString(), CancellationToken.None)),
            EndWorkAsync = endWork,
        };
    }

    private static async Task ChangeAsync(CircleOfA circle, Func<OfficeDb, Task> change)
    {
        await using var db = circle.Db();
        await change(db);
        await db.SaveChangesAsync();
    }

    private static async Task<(CircleOfA Circle, Value.Record Planned, Meeting Meeting)> PlannedAsync(RunningOffice office)
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);

        return (circle, planned, await MeetingStory.MeetingAsync(circle, planned));
    }

    private static Value Id(Guid id) => Value.Of(id.ToString());

    private static Minutes NewMinutes(CircleOfA circle, Meeting meeting) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = circle.OfficeId,
        MeetingId = meeting.Id,
        Version = 1,
        HeldOn = new DateOnly(2026, 3, 24),
        From = new TimeOnly(13, 30),
        To = new TimeOnly(14, 50),
        Place = "生活介護事業所P",
        Remaining = "送迎の時刻",
        UserWords = "楽しみです。",
        WrittenBy = circle.SpecialistX,
        WrittenAt = circle.Running.Clock.GetUtcNow(),
    };

    private static CaseFile Cancelled(CircleOfA circle, DateTimeOffset at) => new()
    {
        Id = circle.CaseId,
        OfficeId = circle.OfficeId,
        ProcedureKey = "consent",
        ProcedureName = "説明と同意",
        VersionId = Guid.CreateVersion7(),
        StartedAt = at,
        RootId = circle.CaseId,
        Status = CaseStatus.Cancelled,
        EndedAt = at,
    };
}
