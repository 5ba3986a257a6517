/** Error codes of the OAuth endpoints (Help, "OAuth 2.0 Errors"). */
export type OAuthErrorCode =
  | 'access_denied'
  | 'authorization_pending'
  | 'inactive_user'
  | 'invalid_client'
  | 'invalid_client_id'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_token'
  | 'redirect_uri_mismatch'
  | 'redirect_uri_missing'
  | 'slow_down'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** A refusal of an OAuth endpoint: becomes `{"error": code, "error_description": message}` with 400. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: number;

  constructor(code: OAuthErrorCode, description: string, status = 400) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
    this.status = status;
  }

  toBody(): Readonly<Record<string, string>> {
    return { error: this.code, error_description: this.message };
  }
}
