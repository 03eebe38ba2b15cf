using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

/// <summary>The papers of the adult of the worked example: day care, home help, short stay and outings.</summary>
internal static class CaseAPapers
{
    public static PaperHead Head { get; } = new("利用者A", "相談支援事業所S", "相談支援専門員 専門員X")
    {
        SupportLevel = "区分5",
        AdultNumber = "0000000001",
        CopayCap = "0円",
    };

    public static PlanPaper Draft { get; } = new(Head)
    {
        IsDraft = true,
        Version = 1,
        MadeOn = new DateOnly(2026, 2, 9),
        Monitoring = "3か月ごと(令和8年4月から)\n初めの3か月は毎月",
        UserWish = "音楽を聞きながら、仲間と作業をして、家でゆっくり暮らしたい。",
        FamilyWish = "母:これからも一緒に暮らしたいが、入浴の介助を一人で続けるのは難しい。\n姉:母が倒れたときに泊まれる場所を近くに見つけておきたい。",
        Policy = "日中の生活のリズムと仲間との時間を大切にします。入浴と家事は家族とサービスで分け合い、「お母さんができない日」の備えを一歩ずつ進めます。",
        LongGoal = "毎月2泊を落ち着いて過ごし、困ったときに電話する相手を3人言える。",
        LongGoalBy = new DateOnly(2027, 3, 1),
        ShortGoal = "週3回ヘルパーと入浴し、断る日は月1回までにする。",
        ShortGoalBy = new DateOnly(2026, 9, 1),
        Needs = [.. Needs(static _ => string.Empty)],
        Week = Week,
    };

    public static PlanPaper Final { get; } = Draft with
    {
        IsDraft = false,
        Version = 2,
        MadeOn = new DateOnly(2026, 3, 26),
        Signature = new SignatureBox(new DateOnly(2026, 3, 26), "利用者A"),
        Needs = [.. Needs(static number => number switch
        {
            1 or 5 => "居宅介護事業所Q\n(担当1 000-000-0000)",
            2 => "生活介護事業所P\n(サービス管理責任者 000-000-0000)",
            3 => "短期入所事業所R\n(相談員 000-000-0000)",
            4 => "移動支援事業所T\n(担当者 000-000-0000)",
            _ => "民生委員N、自治会",
        })],
    };

    public static MinutesPaper Minutes { get; } = new(Head)
    {
        About = "計画案(令和8年2月9日作成)",
        WrittenOn = new DateOnly(2026, 3, 25),
        HeldOn = new DateOnly(2026, 3, 24),
        From = new TimeOnly(13, 30),
        To = new TimeOnly(14, 50),
        Place = "生活介護事業所P 相談室",
        Number = 1,
        Present =
        [
            new MinutesMember("本人", "利用者A"),
            new MinutesMember("家族(姉)", "姉"),
            new MinutesMember("生活介護 サービス管理責任者", "事業所P 担当"),
            new MinutesMember("居宅介護 サービス提供責任者", "事業所Q 担当"),
            new MinutesMember("短期入所 相談員", "事業所R 担当"),
            new MinutesMember("移動支援", "事業所T 担当"),
            new MinutesMember("M市 障害福祉課", "M市 担当"),
            new MinutesMember("相談支援専門員", "専門員X"),
        ],
        Absent =
        [
            new MinutesInquiry("民生委員", "民生委員N")
            {
                Means = "電話",
                AskedOn = new DateOnly(2026, 3, 16),
                AnsweredOn = new DateOnly(2026, 3, 19),
                Content = "夜間の火の元は近所で見守れる。週2回の声かけを引き受けてもよい。",
            },
        ],
        Items =
        [
            new MinutesLine("支給決定の内容と計画案のちがい", "M市:支給量は計画案のとおり。居宅介護と短期入所の終期は令和9年3月。", "計画案のとおり進める。"),
            new MinutesLine("入浴の進め方", "Q:同性の職員が週3回入る。P:日中の体調を連絡帳で伝える。てんかん発作時の手順を共有したい。", "発作時の手順書を専門員Xがまとめ、4月1日までに全員へ渡す。"),
            new MinutesLine("短期入所の慣らし", "R:初回は1泊から。服薬の引き継ぎ票を使いたい。", "4月は1泊、5月から2泊とする。"),
        ],
        UserWords = "本人:「おふろの うた、きめたい」とカードで伝えた。姉:母が休めるとわかり安心した。",
        Reflected = "短期入所の慣らしを週間計画表の欄外に書く。発作時の手順を留意事項に加える。",
        Remaining = "日曜日の外出先が少ない。災害時の避難先が決まっていない。",
        Next = "令和8年9月のモニタリングのとき",
    };

    public static MonitoringPaper Monitoring { get; } = new(Head)
    {
        PlanMadeOn = new DateOnly(2026, 3, 26),
        DoneOn = new DateOnly(2026, 6, 15),
        Place = "居宅",
        Policy = Draft.Policy,
        Overall = "生活のリズムは安定している。入浴を断る日が3回あったが、歌のカードを使い始めてから減っている。",
        Result = "継続",
        NextOn = new DateOnly(2026, 9, 14),
        Lines =
        [
            .. Needs(static _ => string.Empty).Take(3).Select(static need => new MonitoringLine(need.Priority, need.Goal)
            {
                By = need.By,
                Provision = "計画どおり提供。職員の記録でも大きな変化はない。",
                ClientWords = "「たのしい」のカードを選んだ。",
                Achievement = "おおむね達成",
                Ahead = "歌のカードを続ける。",
                AmountChanges = need.Priority == 1,
            }),
        ],
    };

    public static ConsentPaper Consent { get; } = new(Head)
    {
        Document = "サービス等利用計画案 第1版",
        Sha256 = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
        SignerName = "利用者A",
        SignerKind = "本人",
        ExplainedBy = "相談支援専門員 専門員X",
        ExplainedAt = "令和8年2月12日(木) 14:00",
        ExplainedPlace = "居宅",
        Method = "書面(署名)",
        Identified = "専門員が面前で署名を確かめた",
        Answer = "同意する",
        AnsweredAt = "令和8年2月12日(木) 14:40",
        Number = "019c0000-0000-7000-8000-000000000001",
    };

    private static WeekPaper Week => new()
    {
        StartsOn = new DateOnly(2026, 4, 1),
        Blocks = [.. Days(1, 5).SelectMany(Weekday), .. Evenings(), .. Baths(), .. Weekend()],
        MainActivities = "平日は生活介護で折り紙の製品づくり。\n帰宅後は音楽を聞いて休む。\n火曜・木曜は母と買い物。",
        OutsideWeek = "短期入所R:第3金曜から日曜(2泊、月3日)と、母の急病に備えて月4日まで。\n通院:第4木曜 16:30 脳神経内科。家族会:月1回。",
        WholePicture = "好きな音楽と仲間との作業を続けながら、家族だけに頼らない入浴と家事、月に2泊の外泊に慣れ、母に何かあったときも地域で暮らし続けられるようにする。",
    };

    private static IEnumerable<DayOfWeek> Days(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static day => (DayOfWeek)(day % 7));

    private static IEnumerable<WeekBlock> Weekday(DayOfWeek day) =>
    [
        new(day, new TimeOnly(7, 0), new TimeOnly(8, 30), "起床・朝食・服薬", IsService: false),
        new(day, new TimeOnly(8, 45), new TimeOnly(9, 30), "送迎", IsService: false),
        new(day, new TimeOnly(9, 30), new TimeOnly(15, 30), "生活介護P", IsService: true),
        new(day, new TimeOnly(15, 30), new TimeOnly(16, 15), "送迎", IsService: false),
    ];

    private static IEnumerable<WeekBlock> Evenings() => Days(1, 7).SelectMany(static day => (WeekBlock[])
    [
        new(day, new TimeOnly(19, 0), new TimeOnly(21, 30), "夕食・服薬・音楽", IsService: false),
        new(day, new TimeOnly(22, 0), new TimeOnly(0, 0), "就寝", IsService: false),
    ]);

    private static IEnumerable<WeekBlock> Baths() => ((DayOfWeek[])[DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday])
        .Select(static day => new WeekBlock(day, new TimeOnly(17, 0), new TimeOnly(18, 30), "居宅介護Q(身体介護・入浴)", IsService: true));

    private static IEnumerable<WeekBlock> Weekend() =>
    [
        new(DayOfWeek.Saturday, new TimeOnly(8, 0), new TimeOnly(9, 30), "起床・朝食・服薬", IsService: false),
        new(DayOfWeek.Saturday, new TimeOnly(10, 0), new TimeOnly(11, 0), "居宅介護Q(家事援助)", IsService: true),
        new(DayOfWeek.Sunday, new TimeOnly(8, 0), new TimeOnly(9, 30), "起床・朝食・服薬", IsService: false),
        new(DayOfWeek.Sunday, new TimeOnly(10, 0), new TimeOnly(14, 0), "移動支援T(第2・最終)", IsService: true),
    ];

    private static IEnumerable<NeedLine> Needs(Func<int, string> provider) =>
    [
        Need(1, "体をきれいにしたい。お母さんのひざを痛くさせたくない。", "ヘルパーと週3回入浴し、9割以上できる。", (2026, 9), "居宅介護(身体介護) 月22時間\n週3回 1.5時間", "入る前の歌を選ぶ。やめたいときはカードで「止める」と伝える。", "てんかん発作に注意する。", provider),
        Need(2, "仲間と作業がしたい。", "週5日通い、月に1つ製品を作る。", (2027, 3), "生活介護 当該月の日数-8日", "絵の予定表を職員に見せる。", "昼食の席は壁ぎわにする。", provider),
        Need(3, "お母さんに休んでほしい。急なときに泊まれるところがほしい。", "月2泊し、夜に目がさめるのは1回まで。", (2026, 12), "短期入所 月7日", "持ち物の表を見てかばんを用意する。", "薬の引き継ぎ票を使う。", provider),
        Need(4, "休みの日に出かけたい。", "月2回出かけ、レジで支払う。", (2027, 3), "移動支援 月10時間", "3つの行き先から選ぶ。", "先にトイレに行く。", provider),
        Need(5, "部屋をきれいにしておきたい。", "ごみ出しと洗濯物たたみをする。", (2026, 12), "居宅介護(家事援助) 月5時間", "色ごとにたたむ。", string.Empty, provider),
        Need(6, "夜、困ったときに知っている人がほしい。", "近所の人が連絡の順番を知っている。", (2026, 9), "民生委員、自治会の見守り", "手をふってあいさつする。", "同意は3月12日に得た。", provider),
    ];

    private static NeedLine Need(
        int priority, string need, string goal, (int Year, int Month) by, string service, string role, string note, Func<int, string> provider) => new(priority, need, goal)
        {
            By = new DateOnly(by.Year, by.Month, 1),
            Service = service,
            Provider = provider(priority),
            ClientRole = role,
            ReviewOn = new DateOnly(by.Year, by.Month, 1),
            Note = note,
        };
}
