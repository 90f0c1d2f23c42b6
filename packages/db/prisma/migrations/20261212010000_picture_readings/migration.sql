-- CreateTable
CREATE TABLE "picture_readings" (
    "sha256" CHAR(64) NOT NULL,
    "codes" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_readings_pkey" PRIMARY KEY ("sha256")
);

-- AddForeignKey
ALTER TABLE "picture_readings" ADD CONSTRAINT "picture_readings_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_blobs"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "picture_readings"
    ADD CONSTRAINT "picture_readings_codes_check" CHECK (jsonb_typeof("codes") = 'array');
