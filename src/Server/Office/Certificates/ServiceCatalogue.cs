using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>The kinds of service that a new office starts with. From then on they are the office's own rows.</summary>
internal static class ServiceCatalogue
{
    private static readonly (string Code, string Name, string Kana, ServiceGroup Group, AmountUnit Unit)[] Start =
    [
        ("HOME_HELP_BODY", "居宅介護(身体介護)", "きょたくかいご しんたいかいご", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("HOME_HELP_HOUSE", "居宅介護(家事援助)", "きょたくかいご かじえんじょ", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("HOME_HELP_CLINIC_BODY", "居宅介護(通院等介助・身体介護を伴う)", "きょたくかいご つういんとうかいじょ", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("HOME_HELP_CLINIC", "居宅介護(通院等介助・身体介護を伴わない)", "きょたくかいご つういんとうかいじょ", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("HOME_HELP_RIDE", "居宅介護(通院等乗降介助)", "きょたくかいご つういんとうじょうこうかいじょ", ServiceGroup.Care, AmountUnit.TimesPerMonth),
        ("HEAVY_HOME_CARE", "重度訪問介護", "じゅうどほうもんかいご", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("ACCOMPANY", "同行援護", "どうこうえんご", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("BEHAVIOR_SUPPORT", "行動援護", "こうどうえんご", ServiceGroup.Care, AmountUnit.HoursPerMonth),
        ("COMPREHENSIVE", "重度障害者等包括支援", "じゅうどしょうがいしゃとうほうかつしえん", ServiceGroup.Care, AmountUnit.PointsPerMonth),
        ("SHORT_STAY", "短期入所", "たんきにゅうしょ", ServiceGroup.Care, AmountUnit.DaysPerMonth),
        ("MEDICAL_CARE_INST", "療養介護", "りょうようかいご", ServiceGroup.Care, AmountUnit.DaysOfMonth),
        ("DAY_CARE", "生活介護", "せいかつかいご", ServiceGroup.Care, AmountUnit.DaysOfMonthLess8),
        ("INSTITUTION", "施設入所支援", "しせつにゅうしょしえん", ServiceGroup.Care, AmountUnit.DaysOfMonth),
        ("SELF_TRAIN_FUNC", "自立訓練(機能訓練)", "じりつくんれん きのうくんれん", ServiceGroup.Training, AmountUnit.DaysOfMonthLess8),
        ("SELF_TRAIN_LIFE", "自立訓練(生活訓練)", "じりつくんれん せいかつくんれん", ServiceGroup.Training, AmountUnit.DaysOfMonthLess8),
        ("SELF_TRAIN_STAY", "宿泊型自立訓練", "しゅくはくがたじりつくんれん", ServiceGroup.Training, AmountUnit.DaysOfMonth),
        ("WORK_CHOICE", "就労選択支援", "しゅうろうせんたくしえん", ServiceGroup.Training, AmountUnit.DaysPerMonth),
        ("WORK_TRANSITION", "就労移行支援", "しゅうろういこうしえん", ServiceGroup.Training, AmountUnit.DaysOfMonthLess8),
        ("WORK_A", "就労継続支援A型", "しゅうろうけいぞくしえんえーがた", ServiceGroup.Training, AmountUnit.DaysOfMonthLess8),
        ("WORK_B", "就労継続支援B型", "しゅうろうけいぞくしえんびーがた", ServiceGroup.Training, AmountUnit.DaysOfMonthLess8),
        ("WORK_SETTLE", "就労定着支援", "しゅうろうていちゃくしえん", ServiceGroup.Training, AmountUnit.None),
        ("SELF_LIVING", "自立生活援助", "じりつせいかつえんじょ", ServiceGroup.Training, AmountUnit.None),
        ("GROUP_HOME", "共同生活援助", "きょうどうせいかつえんじょ", ServiceGroup.Training, AmountUnit.DaysOfMonth),
        ("CHILD_DEV", "児童発達支援", "じどうはったつしえん", ServiceGroup.ChildDay, AmountUnit.DaysPerMonth),
        ("AFTER_SCHOOL_DAY", "放課後等デイサービス", "ほうかごとうでいさーびす", ServiceGroup.ChildDay, AmountUnit.DaysPerMonth),
        ("HOME_CHILD_DEV", "居宅訪問型児童発達支援", "きょたくほうもんがたじどうはったつしえん", ServiceGroup.ChildDay, AmountUnit.DaysPerMonth),
        ("NURSERY_VISIT", "保育所等訪問支援", "ほいくしょとうほうもんしえん", ServiceGroup.ChildDay, AmountUnit.DaysPerMonth),
        ("CHILD_INST", "障害児入所支援", "しょうがいじにゅうしょしえん", ServiceGroup.ChildStay, AmountUnit.DaysOfMonth),
        ("TRANSITION", "地域移行支援", "ちいきいこうしえん", ServiceGroup.Consultation, AmountUnit.None),
        ("SETTLEMENT", "地域定着支援", "ちいきていちゃくしえん", ServiceGroup.Consultation, AmountUnit.None),
        ("MOVE_SUPPORT", "移動支援", "いどうしえん", ServiceGroup.Municipal, AmountUnit.HoursPerMonth),
        ("DAY_TEMP", "日中一時支援", "にっちゅういちじしえん", ServiceGroup.Municipal, AmountUnit.DaysPerMonth),
        ("ACTIVITY_CENTER", "地域活動支援センター", "ちいきかつどうしえんせんたー", ServiceGroup.Municipal, AmountUnit.DaysPerMonth),
        ("VISIT_BATH", "訪問入浴", "ほうもんにゅうよく", ServiceGroup.Municipal, AmountUnit.TimesPerMonth),
        ("MEDICAL", "医療(通院・訪問看護等)", "いりょう", ServiceGroup.Informal, AmountUnit.None),
        ("INFORMAL", "その他の支援(家族・近隣・ボランティア等)", "そのたのしえん", ServiceGroup.Informal, AmountUnit.None),
    ];

    /// <summary>Gives an office without any kinds of service those of the start.</summary>
    public static async Task SeedAsync(OfficeDb db, Guid officeId, CancellationToken stop)
    {
        if (!await db.ServiceKinds.AnyAsync(kind => kind.OfficeId == officeId, stop))
        {
            AddTo(db, officeId);
            await db.SaveChangesAsync(stop);
        }
    }

    public static IReadOnlyList<ServiceKind> AddTo(OfficeDb db, Guid officeId)
    {
        var kinds = Start.Select((row, index) => new ServiceKind
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Code = row.Code,
            Name = row.Name,
            Kana = row.Kana,
            Group = row.Group,
            Unit = row.Unit,
            Position = index + 1,
        }).ToList();
        db.AddRange(kinds);

        return kinds;
    }
}
