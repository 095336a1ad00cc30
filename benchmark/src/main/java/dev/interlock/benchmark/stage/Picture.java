package dev.interlock.benchmark.stage;

import dev.interlock.benchmark.stage.Measure.Direction;
import java.util.List;
import java.util.Locale;

/// A result as bars: each measure beside what it has to reach.
final class Picture {
    private static final int WIDTH = 860;
    private static final int TOP = 56;
    private static final int ROW = 44;
    private static final int LEFT = 400;
    private static final int LONGEST = 340;

    private Picture() {}

    static String of(Result result) {
        List<Measure> rows = result.measures();
        StringBuilder svg = new StringBuilder();
        int height = TOP + ROW * rows.size() + 12;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                        .formatted(WIDTH, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append(text(16, 30, "#102a43", 17, result.title()));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(row(rows.get(i), TOP + ROW * i));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Measure measure, int y) {
        boolean judged = measure.direction() != Direction.SHOWN;
        double most = Math.max(Math.max(measure.value(), judged ? measure.reach() : 0), 1e-9) * 1.1;
        int bar = (int) Math.round(LONGEST * Math.max(0, measure.value()) / most);
        String color = !judged ? "#829ab1" : measure.reached() ? "#2f855a" : "#c53030";
        StringBuilder svg = new StringBuilder();
        svg.append(text(16, y + 20, "#243b53", 13, measure.name()));
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"%s\"/>\n"
                        .formatted(LEFT, y + 6, Math.max(bar, 1), color));
        svg.append(text(LEFT + bar + 6, y + 20, "#243b53", 13, Measure.number(measure.value())));
        if (judged) {
            long mark = LEFT + Math.round(LONGEST * measure.reach() / most);
            svg.append(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#102a43\" stroke-width=\"2\"/>\n"
                            .formatted(mark, mark, y + 2, y + 28));
        }
        return svg.toString();
    }

    private static String text(int x, int y, String color, int size, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"%s\" font-size=\"%d\">%s</text>%n",
                x,
                y,
                color,
                size,
                safe);
    }
}
