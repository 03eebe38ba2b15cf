using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>The objects of a PDF 1.7 file and how they are put into bytes. The same objects always give the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>A number to be filled later.</summary>
    public int Reserve()
    {
        _objects.Add([]);

        return _objects.Count;
    }

    public int Add(string dictionary)
    {
        var number = Reserve();
        Fill(number, dictionary);

        return number;
    }

    public void Fill(int number, string dictionary) => _objects[number - 1] = Encoding.ASCII.GetBytes(dictionary);

    /// <summary>A compressed stream.</summary>
    public int AddStream(string entries, byte[] content) => AddCoded($"/Filter /FlateDecode {entries}", Deflated(content));

    /// <summary>A stream whose bytes are coded already, its filter named in the entries.</summary>
    public int AddCoded(string entries, byte[] content)
    {
        _objects.Add([
            .. Encoding.ASCII.GetBytes($"<< /Length {content.Length} {entries} >>\nstream\n"),
            .. content,
            .. "\nendstream"u8]);

        return _objects.Count;
    }

    public byte[] Save(int catalog, int information)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
        List<long> starts = [];
        for (var number = 1; number <= _objects.Count; number++)
        {
            starts.Add(file.Position);
            Write(file, $"{number} 0 obj\n");
            file.Write(_objects[number - 1]);
            Write(file, "\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Position;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{start:D10} 00000 n \n"));
        }

        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");

        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    private static byte[] Deflated(byte[] content)
    {
        using var coded = new MemoryStream();
        using (var deflate = new ZLibStream(coded, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return coded.ToArray();
    }
}
