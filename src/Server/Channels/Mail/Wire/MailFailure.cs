using System.Net.Sockets;

namespace OfficeWorkflow.Server.Channels.Mail.Wire;

/// <summary>Why a mail server could not be spoken with, in words that lead somewhere.</summary>
internal static class MailFailure
{
    public static bool Is(Exception failure) => failure is MailTroubleException or IOException or SocketException;

    public static string Words(Exception failure, MailEndpoint endpoint) => failure switch
    {
        MailTroubleException => failure.Message,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"メールサーバーの名前 {endpoint.Host} が見つかりません。つづりを確かめてください。",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"メールサーバー {endpoint.Host} のポート {endpoint.Port} につながりません。ポート番号を確かめてください。",
        SocketException { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.TimedOut } =>
            $"メールサーバー {endpoint.Host} まで届きません。インターネットの接続と、サーバーの名前を確かめてください。",
        _ => $"メールサーバー {endpoint.Host} との接続が途中で切れました。ポート番号 {endpoint.Port} と暗号化の種類が合っているかを確かめてください。合っていれば、しばらくしてから試してください。",
    };

    public static string TooSlow(MailEndpoint endpoint) =>
        $"メールサーバー {endpoint.Host} が時間内に答えません。ポート番号 {endpoint.Port} と暗号化の種類が合っているか({endpoint.PortAdvice})を確かめてください。合っていれば、サーバーが混み合っています。";
}
