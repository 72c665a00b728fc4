-- AlterTable
ALTER TABLE "SeenView" ADD COLUMN     "times" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ViewCount" ADD COLUMN     "noScript" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "phone" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "similar" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ViewSource" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ViewSource_pkey" PRIMARY KEY ("postId","day","source")
);

-- CreateTable
CREATE TABLE "PostReads" (
    "postId" INTEGER NOT NULL,
    "week" INTEGER NOT NULL DEFAULT 0,
    "month" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PostReads_pkey" PRIMARY KEY ("postId")
);

-- CreateTable
CREATE TABLE "StartingViews" (
    "postId" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "StartingViews_pkey" PRIMARY KEY ("postId")
);

-- DropIndex
DROP INDEX "ViewCount_day_postId_views_idx";

-- CreateIndex
CREATE INDEX "ViewCount_day_postId_views_phone_similar_noScript_idx" ON "ViewCount"("day", "postId", "views", "phone", "similar", "noScript");

-- CreateIndex
CREATE INDEX "ViewSource_day_source_postId_views_idx" ON "ViewSource"("day", "source", "postId", "views");

-- CreateIndex
CREATE INDEX "PostReads_week_idx" ON "PostReads"("week");

-- CreateIndex
CREATE INDEX "PostReads_month_idx" ON "PostReads"("month");

-- CreateIndex
CREATE INDEX "PostReads_year_idx" ON "PostReads"("year");

-- CreateIndex
CREATE INDEX "PostReads_total_idx" ON "PostReads"("total");

-- AddForeignKey
ALTER TABLE "ViewSource" ADD CONSTRAINT "ViewSource_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostReads" ADD CONSTRAINT "PostReads_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StartingViews" ADD CONSTRAINT "StartingViews_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say
ALTER TABLE "SeenView" ADD CONSTRAINT "SeenView_times_positive" CHECK ("times" > 0);
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_similar_part" CHECK ("similar" BETWEEN 0 AND "views");
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_noScript_part" CHECK ("noScript" BETWEEN 0 AND "views");
ALTER TABLE "ViewCount" ADD CONSTRAINT "ViewCount_phone_part" CHECK ("phone" BETWEEN 0 AND "views");
ALTER TABLE "ViewSource" ADD CONSTRAINT "ViewSource_views_positive" CHECK ("views" >= 0);
ALTER TABLE "ViewSource" ADD CONSTRAINT "ViewSource_source_short" CHECK (length("source") BETWEEN 1 AND 100);
ALTER TABLE "StartingViews" ADD CONSTRAINT "StartingViews_views_positive" CHECK ("views" >= 0);
