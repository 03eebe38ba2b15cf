namespace OfficeWorkflow.Server.Offices;

/// <summary>With what a person signs on the page behind a link, as the office decides.</summary>
public enum SigningMark
{
    /// <summary>氏名を入力する.</summary>
    Typed,

    /// <summary>氏名を確かめて印を付ける.</summary>
    Ticked,

    /// <summary>画面に手書きする; who cannot types the name.</summary>
    Drawn,
}
