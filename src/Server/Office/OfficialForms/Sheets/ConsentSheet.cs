using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>同意の記録: a receipt that binds a person's answer to the bytes of a document.</summary>
internal static class ConsentSheet
{
    public static PaperSheet Of(ConsentPaper paper)
    {
        const string Title = "説明・同意の記録";

        return new PaperSheet(
            Title,
            Boxes.Running(Title, paper.Head),
            Boxes.Foot("同意の記録", paper.Head),
            [
                new Block.Title(Title),
                new Block.Gap(4),
                Boxes.Texts(
                    ("利用者氏名", paper.Head.ClientName, 18),
                    ("説明した文書", paper.Document, 18),
                    ("文書の指紋(SHA-256)", paper.Sha256, 18)),
                new Block.Gap(6),
                Boxes.Texts(
                    ("説明した人", paper.ExplainedBy, 18),
                    ("説明した日時・場所", $"{paper.ExplainedAt}  {paper.ExplainedPlace}", 18)),
                new Block.Gap(6),
                Boxes.Texts(
                    ("回答した人", $"{paper.SignerName} ({paper.SignerKind})", 18),
                    ("回答", paper.Answer, 18),
                    ("回答した日時", paper.AnsweredAt, 18),
                    ("回答の方法", paper.Method, 18),
                    ("本人であることの確かめ方", paper.Identified, 18),
                    ("立会人", paper.Witness, 18),
                    ("回答が届いたところ", paper.AnsweredFrom, 18),
                    ("電磁的方法への事前の承諾", paper.ElectronicAgreement, 18),
                    ("理由・付け加えること", paper.Reason, 24)),
                new Block.Gap(6),
                Boxes.Texts(("記録の番号", paper.Number, 18), ("証拠の指紋", paper.Fingerprint, 18), ("監査記録の先頭", paper.ChainHead, 18)),
                new Block.Gap(6),
                new Block.Text(
                    "この記録は、上の指紋をもつ文書に対する回答を示します。お手元のPDFのSHA-256が上の値と同じであれば、説明を受けた文書そのものです。一文字でも違えば値は変わります。" +
                    "このPDFには証拠が添付されています。事業所の「/verify」のページ、または「Server verify」で、監査記録の先頭の値とともに確かめられます。" +
                    "電子証明書による署名と、時刻認証局のタイムスタンプは付いていません。日時は事業所のサーバーの時計によるものです。",
                    TextStyle.Label),
            ]);
    }
}
