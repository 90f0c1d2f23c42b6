-- What a caller named itself is a source of the first visit like the app's own notes, and is read where they are.
-- The web app sent its own name, which told nothing.
UPDATE "users" SET "first_touch" = jsonb_build_object(
    'channel', 'campaign', 'utmSource', "source_channel", 'utmMedium', NULL, 'utmCampaign', NULL,
    'referrerHost', NULL, 'referralCode', NULL, 'firstSeenAt', NULL)
  WHERE "first_touch" IS NULL AND "source_channel" NOT IN ('', 'web');

-- AlterTable
ALTER TABLE "users" DROP COLUMN "source_channel";
