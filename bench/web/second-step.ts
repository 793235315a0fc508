import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../src/kernel/instant.ts';

export const OTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const otpCode = (now: Instant): string => new TOTP({ secret: Secret.fromBase32(OTP_SECRET) }).generate({ timestamp: Date.parse(now) });
