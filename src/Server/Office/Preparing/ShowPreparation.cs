using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Preparing;

/// <summary>始める準備: what is still missing before an office can work, in the order in which it is best done.</summary>
public static class ShowPreparation
{
    public sealed record Model(IReadOnlyList<Preparation> Steps)
    {
        public int Left => Steps.Count(static step => step is { IsNeeded: true, IsDone: false });

        public string Sentence => Left == 0
            ? "案件を始める準備ができています。「案件」から最初の手続きを始めてください。"
            : $"案件を始める前に、あと{Left}つ準備があります。上から順に進めてください。";
    }

    internal static async Task<Model> HandleAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        return new Model(
        [
            Office(office),
            await HolidaysAsync(db, JapaneseEra.DayInTokyo(clock.GetUtcNow()), stop),
            await SpecialistAsync(db, stop),
            await CountedAsync("職員", db.PersonRoles.Select(static role => role.PersonId).Distinct(), 2, "人", "相談支援員や事務員を招きます。一人だけの事業所なら、このままでかまいません。", "/people", "職員を招く", isNeeded: false, stop),
            await CountedAsync("市町村", db.Municipalities, 1, "件", "支給決定をする市町村と担当課を登録します。", "/municipalities", "市町村を登録する", isNeeded: true, stop),
            await CountedAsync("サービスの事業所", db.Providers, 1, "件", "計画に位置づける事業所と、その担当者を登録します。まとめて取り込むこともできます。", "/providers", "事業所を登録する", isNeeded: false, stop),
            await CountedAsync("利用者", db.Clients, 1, "人", "一人ずつ登録するか、Excel の一覧から取り込みます。", "/arriving", "一覧から取り込む", isNeeded: true, stop),
            await CountedAsync("手続き", db.Procedures.Where(static procedure => procedure.LastVersion > 0), 1, "つ", "製品に付いている手続きがまだ公開されていません。", "/procedures", "手続きを見る", isNeeded: true, stop),
        ]);
    }

    private static Preparation Office(OfficeFile office)
    {
        string?[] missing = [office.Address.Length == 0 ? "住所" : null, office.Phone.Length == 0 ? "電話" : null, office.Mail.Length == 0 ? "メールアドレス" : null];
        var named = string.Join('・', missing.OfType<string>());
        return new Preparation(
            "事業所の情報",
            named.Length == 0,
            named.Length == 0 ? "帳票とメールに、事業所の名前と連絡先が入ります。" : $"{named}が空です。帳票とメールの差出人に使います。",
            "/settings",
            "事業所の情報を入れる");
    }

    private static async Task<Preparation> HolidaysAsync(OfficeDb db, DateOnly today, CancellationToken stop)
    {
        var last = await db.Holidays.MaxAsync(static holiday => (DateOnly?)holiday.On, stop);
        var isDone = last >= today.AddMonths(6);
        return new Preparation(
            "営業時間と休日",
            isDone,
            isDone ? $"{JapaneseEra.Date(last!.Value)}までの祝日が入っています。年末年始など、事業所の休みも足してください。" : "半年先までの祝日が入っていません。期限や催促の日が正しく数えられません。",
            "/settings/holidays",
            "休日を確かめる");
    }

    private static async Task<Preparation> SpecialistAsync(OfficeDb db, CancellationToken stop)
    {
        var count = await db.PersonRoles.Where(static role => role.Role == Roles.Specialist).Select(static role => role.PersonId).Distinct().CountAsync(stop);
        return new Preparation(
            "相談支援専門員",
            count > 0,
            count > 0 ? $"{count}人います。" : "相談支援専門員がいません。アセスメントや計画の説明は、この役割の人だけが終えられます。",
            "/people",
            "職員に役割を付ける");
    }

    private static async Task<Preparation> CountedAsync<T>(
        string title, IQueryable<T> rows, int enough, string unit, string advice, string address, string label, bool isNeeded, CancellationToken stop)
    {
        var count = await rows.CountAsync(stop);
        return new Preparation(title, count >= enough, count >= enough ? $"{count}{unit}登録されています。" : advice, address, label, isNeeded);
    }
}
