namespace OfficeWorkflow.Server.Office.Privacy;

/// <summary>To whom personal data may be shown once the person has agreed in writing.</summary>
public enum PrivacyCategory
{
    /// <summary>福祉サービス等の事業所.</summary>
    Provider,

    /// <summary>市町村等の公務員.</summary>
    CivilServants,

    /// <summary>民生委員・児童委員.</summary>
    WelfareCommissioner,

    /// <summary>医療機関.</summary>
    Hospital,

    /// <summary>学校・保育所等.</summary>
    School,

    /// <summary>家族.</summary>
    Family,

    /// <summary>その他の支援者.</summary>
    Other,
}
