-- CreateTable
CREATE TABLE "payment_channels" (
    "channel" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "settings" JSONB,
    "secrets" BYTEA,
    "secrets_key_id" TEXT,
    "secret_marks" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_channels_pkey" PRIMARY KEY ("channel")
);

ALTER TABLE "payment_channels"
    ADD CONSTRAINT "payment_channels_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payment_channels_revision_check" CHECK ("revision" >= 0),
    ADD CONSTRAINT "payment_channels_whole_check" CHECK (
        ("settings" IS NULL) = ("secrets" IS NULL) AND ("secrets" IS NULL) = ("secrets_key_id" IS NULL) AND ("secrets" IS NULL) = ("secret_marks" IS NULL));
