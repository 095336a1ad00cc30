/// What the Helm chart promises, tried without a cluster.
@NullMarked
package dev.interlock.chart;

import org.jspecify.annotations.NullMarked;
