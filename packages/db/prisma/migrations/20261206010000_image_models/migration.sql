-- Models that make pictures, of two more vendors; their price is for a picture, and a call counts the pictures it made.
ALTER TABLE "ai_models"
    DROP CONSTRAINT "ai_models_vendor_check",
    DROP CONSTRAINT "ai_models_capability_check",
    ADD CONSTRAINT "ai_models_vendor_check"
        CHECK ("vendor" IN ('openai', 'anthropic', 'baidu', 'zhipu', 'qwen', 'stability', 'automatic1111')),
    ADD CONSTRAINT "ai_models_capability_check" CHECK ("capability" IN ('text', 'image'));

ALTER TABLE "model_prices"
    ADD COLUMN "picture_micro_yuan" BIGINT,
    ADD CONSTRAINT "model_prices_picture_positive_check" CHECK ("picture_micro_yuan" >= 0);

ALTER TABLE "model_usages"
    ADD COLUMN "pictures" INTEGER NOT NULL DEFAULT 0,
    DROP CONSTRAINT "model_usages_vendor_check",
    ADD CONSTRAINT "model_usages_vendor_check"
        CHECK ("vendor" IN ('openai', 'anthropic', 'baidu', 'zhipu', 'qwen', 'stability', 'automatic1111')),
    ADD CONSTRAINT "model_usages_pictures_positive_check" CHECK ("pictures" >= 0);
